package io.callbox.security;

import java.time.Duration;

/** Remembers which signatures have been used. Must be safe for use by many threads. */
@FunctionalInterface
public interface UsedNonces {

  /** Longer than any signature counts. */
  Duration ENDLESS = Duration.ofDays(36_500);

  /**
   * Notes that a nonce is used.
   *
   * @param keep how long to remember it
   * @return whether it had not been used before; of many who ask at once, one is told so
   */
  boolean firstUse(String nonce, Duration keep);

  /**
   * How far back it remembers. A signature made before that may have been used without its knowing:
   * it is refused. As far as {@code keep} says, unless told otherwise.
   */
  default Duration memory() {
    return ENDLESS;
  }

  /**
   * Remembers in this process, from now on. Enough for calls to one node; where several nodes
   * provide a service, they must share what they remember, or each of them accepts the same request
   * once. A call that was signed before, and waited for this process to start, is refused.
   */
  static UsedNonces inMemory() {
    return new NoncesInMemory();
  }
}
