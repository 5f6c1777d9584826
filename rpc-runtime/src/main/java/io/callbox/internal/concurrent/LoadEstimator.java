package io.callbox.internal.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Estimates the duration of tasks. Threads race to update it; a lost or late update does no harm.
 */
final class LoadEstimator {

  private static final long LEAST_NANOS = 1_000;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /**
   * The expected wait of a task, from the duration of recent tasks, from which on one more thread
   * wakes.
   */
  private static final long PATIENCE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  /** The duration above which a task may be waiting, and leaves its processor to others. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** The duration up to which the pushes of tasks wait for each other. */
  private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  /** The time without the end of a task after which tasks are stuck. */
  private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /**
   * An estimate of the median duration of recent tasks. A mean would show the waits of threads for
   * a processor more than the tasks.
   */
  private final AtomicLong usualNanos = new AtomicLong(LEAST_NANOS);

  /** The last time when a task ended or a thread was woken. */
  private final AtomicLong lastNanos = new AtomicLong();

  /** Notes that a thread has been woken. */
  void begun() {
    lastNanos.set(System.nanoTime());
  }

  /** Notes that a task has ended. */
  void ended(long start, long end) {
    long usual = usualNanos.get();
    long step = usual / 4;
    usualNanos.lazySet(end - start > usual ? usual + step : Math.max(LEAST_NANOS, usual - step));
    lastNanos.lazySet(end);
  }

  /** Returns whether one more thread would help with the waiting tasks. */
  boolean asksForOneMore(int waiting, int running) {
    long usual = usualNanos.get();
    boolean helps = running < PROCESSORS || usual >= LONG_NANOS;
    return (helps && waiting * usual > running * PATIENCE_NANOS) || isStuck();
  }

  /** Returns whether tasks are so short that their pushes should leave together. */
  boolean isShort() {
    return usualNanos.get() < SHORT_NANOS;
  }

  /** Returns whether no task has ended for too long. */
  boolean isStuck() {
    return isStuckFor(STUCK_NANOS);
  }

  /** Returns whether no task has ended, and no thread was woken, for this time. */
  boolean isStuckFor(long nanos) {
    return System.nanoTime() - lastNanos.get() > nanos;
  }
}
