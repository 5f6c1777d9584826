package io.callbox.testkit.time;

import io.callbox.transport.BrokerClock;
import java.time.Duration;

/**
 * Runs tasks later, in a clock's time. Safe for use by many threads.
 *
 * @see VirtualClock
 */
public interface Timers {

  /** Runs a task after this time. The task must not block. */
  void after(Duration delay, Runnable task);

  /** Returns the timers of this clock: its own if a test moves it, otherwise in real time. */
  static Timers of(BrokerClock clock) {
    return clock instanceof VirtualClock virtual ? virtual : RealTimers.SHARED;
  }
}
