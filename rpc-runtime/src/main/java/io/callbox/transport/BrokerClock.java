package io.callbox.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of all programs that share a broker. A time that two machines compare is always in
 * this time. A time that only one machine uses for waiting is in its own ticks, which never jump.
 *
 * <p>Safe for use by many threads.
 */
public interface BrokerClock {

  /** Returns the broker's time, in milliseconds of the epoch. May be wrong by half a round trip. */
  long millis();

  /**
   * Returns whether time stands still until a test moves it. Code that waits a moment only to save
   * time must not wait then.
   */
  default boolean standsStill() {
    return false;
  }

  /** Returns this machine's ticks, in nanoseconds from an arbitrary start. */
  long nanoTime();

  /**
   * Waits for an event, for at most this time in this clock's ticks. Code that repeats an action
   * waits here, so that a clock whose time a test moves can wake it.
   *
   * @return whether the event came before the time was over
   */
  default boolean await(CountDownLatch event, Duration time) throws InterruptedException {
    return event.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Schedules a task in this clock's time, if that is not the time of the machine. The task must
   * not block.
   *
   * @return an action that cancels the task if it has not begun; null if this clock ticks like the
   *     machine, so that any timer keeps its time
   */
  default @Nullable Runnable schedule(Duration delay, Runnable task) {
    return null;
  }
}
