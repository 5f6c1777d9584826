package io.callbox.transport.redisson;

import java.time.Duration;

/**
 * How long the next wait for a queue lasts, and whether to rest before it, by how the last ones
 * ended. Each wait without a message costs Redis as much as a call, so the waits of a quiet queue
 * become longer. But a node that closes must not wait until a long wait ends, so waits become long
 * only if they can be ended early. After a wait that fails comes a rest, after each further one a
 * longer rest, so that a server that is away is asked now and then.
 *
 * <p>One thread writes at a time; any may read.
 */
final class WaitPace {

  /** How many times longer than the first wait. */
  private static final int LONGEST = 4;

  private static final long FIRST_REST_NANOS = Duration.ofMillis(50).toNanos();
  private static final long LONGEST_REST_NANOS = Duration.ofSeconds(1).toNanos();

  private volatile int times = 1;
  private volatile boolean failing;
  private volatile long restUntil;
  private long rest = FIRST_REST_NANOS;

  /** Returns how long to wait, if the first wait has this length. */
  Duration of(Duration first, boolean canBeEnded) {
    return canBeEnded ? first.multipliedBy(times) : first;
  }

  /**
   * Returns whether no message has come lately, so that the next wait may be longer than the first.
   */
  boolean isQuiet() {
    return times > 1;
  }

  /** Returns whether the last wait failed. */
  boolean isFailing() {
    return failing;
  }

  /** Returns whether it failed so lately that the next had better not begin yet. */
  boolean rests() {
    return failing && System.nanoTime() - restUntil < 0;
  }

  /** Notes that a wait has ended: with a message or without, with a failure or not. */
  void ended(boolean withMessage, boolean failed) {
    times = withMessage ? 1 : Math.min(LONGEST, 2 * times);
    if (failed) {
      restUntil = System.nanoTime() + rest;
      rest = Math.min(2 * rest, LONGEST_REST_NANOS);
    } else {
      rest = FIRST_REST_NANOS;
    }
    failing = failed;
  }
}
