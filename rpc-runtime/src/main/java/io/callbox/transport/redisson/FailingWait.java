package io.callbox.transport.redisson;

import java.time.Duration;

/**
 * How the waits for one queue end: after one that fails comes a rest, after each further one a
 * longer rest, so that a server that is away is asked now and then. One thread writes at a time;
 * any may read.
 */
final class FailingWait {

  private static final long FIRST_NANOS = Duration.ofMillis(50).toNanos();
  private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

  private volatile boolean failing;
  private volatile long restUntil;
  private long rest = FIRST_NANOS;

  /** A wait has ended, with a failure or not. */
  void ended(boolean failed) {
    if (failed) {
      restUntil = System.nanoTime() + rest;
      rest = Math.min(2 * rest, LONGEST_NANOS);
    } else {
      rest = FIRST_NANOS;
    }
    failing = failed;
  }

  /** Returns whether the last wait failed. */
  boolean isFailing() {
    return failing;
  }

  /** Returns whether it failed so lately that the next had better not begin yet. */
  boolean rests() {
    return failing && System.nanoTime() - restUntil < 0;
  }
}
