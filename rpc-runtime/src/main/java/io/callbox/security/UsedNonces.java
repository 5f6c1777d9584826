package io.callbox.security;

import java.time.Duration;

/** Remembers the signatures that have been used. Must be safe for use by many threads. */
@FunctionalInterface
public interface UsedNonces {

  /** Longer than any signature is valid. */
  Duration ENDLESS = Duration.ofDays(36_500);

  /**
   * Records that a nonce is used.
   *
   * @param keep the time for which to remember it
   * @return whether it had not been used before; if many threads ask at once, exactly one receives
   *     true
   */
  boolean firstUse(String nonce, Duration keep);

  /**
   * Returns the time for which it remembers nonces. An older signature may have been used
   * unnoticed, so it is refused. By default it remembers for the time that {@code keep} says.
   */
  default Duration memory() {
    return ENDLESS;
  }

  /**
   * Remembers nonces in this process, from now on. This is enough for calls to one node. If several
   * nodes provide a service, they must share the nonces; otherwise each of them accepts the same
   * request once. A call that was signed before this process started is refused.
   */
  static UsedNonces inMemory() {
    return new NoncesInMemory();
  }
}
