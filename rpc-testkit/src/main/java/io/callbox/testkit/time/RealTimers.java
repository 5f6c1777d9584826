package io.callbox.testkit.time;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timers in real time, on one daemon thread for the whole program. */
final class RealTimers implements Timers {

  static final Timers SHARED = new RealTimers();

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "callbox-testkit-timers");
            thread.setDaemon(true);
            return thread;
          });

  private RealTimers() {}

  @Override
  public void after(Duration delay, Runnable task) {
    executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }
}
