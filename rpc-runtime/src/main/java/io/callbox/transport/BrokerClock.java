package io.callbox.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of all who share a broker. What two machines compare is always in this time; what a
 * machine only waits for itself is in its own ticks, which never jump.
 *
 * <p>Safe for use by many threads.
 */
public interface BrokerClock {

  /** The broker's time, in milliseconds of the epoch. May be off by half a round trip. */
  long millis();

  /**
   * Whether time stands still until somebody moves it, as in tests. What only waits a moment for
   * the sake of speed does not wait then.
   */
  default boolean standsStill() {
    return false;
  }

  /** This machine's ticks, in nanoseconds from an arbitrary start. */
  long nanoTime();

  /**
   * Waits for an event, for as long in this clock's ticks at most. Whoever does something every so
   * often waits here, so that a clock whose time a test moves can wake it.
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
   * @return cancels the task, if it has not begun; null if this clock ticks as the machine does, so
   *     that any timer keeps its time
   */
  default @Nullable Runnable schedule(Duration delay, Runnable task) {
    return null;
  }
}
