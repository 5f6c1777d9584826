package io.callbox.internal.concurrent;

import java.util.concurrent.TimeUnit;

/**
 * How long tasks take. Threads race to say so; that an update is lost now and then does no harm.
 */
final class LoadEstimator {

  private static final long LEAST_NANOS = 1_000;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** How long a task may have to wait, by what tasks took lately, before one more thread wakes. */
  private static final long PATIENCE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  /** Tasks that take longer may be waiting for something, and leave their processor to others. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Tasks that take no longer let their pushes wait for each other. */
  private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  /** When nothing has ended for so long, something is stuck. */
  private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /**
   * What about half of the recent tasks exceed: a mean would say more of threads that had to wait
   * for a processor than of tasks.
   */
  private volatile long usualNanos = LEAST_NANOS;

  /** When a task ended, or a thread was woken. */
  private volatile long lastNanos;

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

  /** Whether one more thread would help those that run with the tasks that wait. */
  boolean asksForOneMore(int waiting, int running) {
    boolean helps = running < PROCESSORS || usualNanos >= LONG_NANOS;
    return (helps && waiting * usualNanos > running * PATIENCE_NANOS) || isStuck();
  }

  /** Whether tasks are so short that their pushes had better leave together. */
  boolean isShort() {
    return usualNanos < SHORT_NANOS;
  }

  /** Whether nothing has ended for too long. */
  boolean isStuck() {
    return isStuckFor(STUCK_NANOS);
  }

  /** Whether nothing has ended, and no thread was woken, for so long. */
  boolean isStuckFor(long nanos) {
    return System.nanoTime() - lastNanos > nanos;
  }
}
