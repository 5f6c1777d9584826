package io.callbox.contract;

import io.callbox.contract.compare.Difference;

/**
 * An intended difference, and the reason for it. Immutable.
 *
 * @param path the element, as the difference names it
 * @param change the kind of change, by its {@code id()}
 * @param reason the reason why it does no harm, for later readers; never blank
 */
public record Suppression(String path, String change, String reason) {

  /** Returns whether this difference is the intended one. */
  public boolean matches(Difference difference) {
    return path.equals(difference.path()) && change.equals(difference.change().id());
  }
}
