package io.callbox.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Looks at some things at intervals, as long as there are any, so that none of them needs its own
 * timer.
 *
 * <p>Safe for use by many threads. It ends with its scheduler.
 */
public final class RepeatedLook {

  private final TaskScheduler later;
  private final Duration pause;
  private final BooleanSupplier needed;
  private final Runnable look;

  /** Set if a look is to come. */
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /**
   * Creates it; it rests until {@link #keepLooking} is called.
   *
   * @param pause the time before each look
   * @param needed whether there is something to look at; false soon after the scheduler is closed,
   *     because that then runs look after look at once
   * @param look looks at all things; one thread at a time runs it
   */
  public RepeatedLook(TaskScheduler later, Duration pause, BooleanSupplier needed, Runnable look) {
    this.later = later;
    this.pause = pause;
    this.needed = needed;
    this.look = look;
  }

  /**
   * Makes looks follow as long as they are needed. Call it after a thing has been added.
   *
   * <p>Guard against race with a look that finds nothing left: the thread that asks last, whether
   * one is needed, sees the other's change.
   */
  public void keepLooking() {
    if (needed.getAsBoolean() && scheduled.compareAndSet(false, true)) {
      later.run(pause, this::look);
    }
  }

  private void look() {
    scheduled.set(false);
    try {
      look.run();
    } finally { // the cause of a failed look may pass, and other things need looks all the same
      keepLooking();
    }
  }
}
