package io.callbox.transport;

import java.util.concurrent.TimeUnit;

/**
 * How long tasks take. Threads race to say so; that an update is lost now and then does no harm.
 */
final class Pace {

  private static final long LEAST_NANOS = 1_000;

  /** When nothing has ended for so long, something is stuck. */
  private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  private volatile long usualNanos = LEAST_NANOS;

  /** When a task ended, or a thread was woken. */
  private volatile long lastNanos;

  /**
   * What about half of the recent tasks exceed: a mean would say more of threads that had to wait
   * for a processor than of tasks.
   */
  long usualNanos() {
    return usualNanos;
  }

  /** A thread has been woken. */
  void begun() {
    lastNanos = System.nanoTime();
  }

  /** A task has ended. */
  void ended(long start, long end) {
    long usual = usualNanos;
    long step = usual / 4;
    usualNanos = end - start > usual ? usual + step : Math.max(LEAST_NANOS, usual - step);
    lastNanos = end;
  }

  /** Whether nothing has ended for too long. */
  boolean isStuck() {
    return System.nanoTime() - lastNanos > STUCK_NANOS;
  }
}
