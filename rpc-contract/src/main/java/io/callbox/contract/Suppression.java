package io.callbox.contract;

import io.callbox.contract.compare.Difference;

/**
 * A difference that is meant, and why. Immutable.
 *
 * @param path the element, as the difference names it
 * @param change the kind of change, by its {@code id()}
 * @param reason why it does no harm, for those who read it later; never blank
 */
public record Suppression(String path, String change, String reason) {

  /** Returns whether this is the difference that is meant. */
  public boolean matches(Difference difference) {
    return path.equals(difference.path()) && change.equals(difference.change().id());
  }
}
