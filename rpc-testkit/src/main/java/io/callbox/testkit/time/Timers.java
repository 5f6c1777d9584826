package io.callbox.testkit.time;

import io.callbox.transport.BrokerClock;
import java.time.Duration;

/**
 * Runs things later, in some clock's time. Safe for use by many threads.
 *
 * @see VirtualClock
 */
public interface Timers {

  /** Runs a task once this much time has passed. The task must not block. */
  void after(Duration delay, Runnable task);

  /** Timers of this clock: its own if a test moves it, else in real time. */
  static Timers of(BrokerClock clock) {
    return clock instanceof VirtualClock virtual ? virtual : RealTimers.SHARED;
  }
}
