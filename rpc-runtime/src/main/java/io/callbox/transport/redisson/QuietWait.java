package io.callbox.transport.redisson;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;

/**
 * Decides how long the next wait for a queue lasts. Each wait without a message costs Redis as much
 * as a call, so the waits of a quiet queue become longer. But a node that closes must not wait
 * until a long wait ends, so waits become long only if they can be ended early. Safe for use by
 * many threads.
 */
final class QuietWait {

  /** How many times longer than the first wait. */
  private static final int LONGEST = 4;

  @GuardedBy("this")
  private int times = 1;

  /** Returns how long to wait, if the first wait has this length. */
  synchronized Duration of(Duration first, boolean canBeEnded) {
    return canBeEnded ? first.multipliedBy(times) : first;
  }

  /**
   * Returns whether no message has come lately, so that the next wait may be longer than the first.
   */
  synchronized boolean isQuiet() {
    return times > 1;
  }

  /** Notes that a wait has ended, with or without a message. */
  synchronized void ended(boolean withSomething) {
    times = withSomething ? 1 : Math.min(LONGEST, 2 * times);
  }
}
