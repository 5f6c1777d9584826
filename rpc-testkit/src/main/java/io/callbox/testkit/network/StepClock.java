package io.callbox.testkit.network;

import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clock as one node reads it. A node looks every few milliseconds, in real time, for calls
 * whose time is over, on a thread that is known by its name: here it is made to look at the right
 * moment. Safe for use by many threads.
 */
final class StepClock implements BrokerClock {

  private static final String DEADLINES = "-deadlines";
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(20);
  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final VirtualClock clock;
  private volatile @Nullable Thread deadlines;

  /** How often that thread has looked. */
  private final AtomicLong looks = new AtomicLong();

  StepClock(VirtualClock clock) {
    this.clock = clock;
  }

  @Override
  public long millis() {
    return clock.millis();
  }

  @Override
  public boolean standsStill() {
    return true;
  }

  @Override
  public long nanoTime() {
    long now = clock.nanoTime();
    if (Thread.currentThread().getName().endsWith(DEADLINES)) {
      deadlines = Thread.currentThread();
      looks.incrementAndGet();
    }
    return now;
  }

  @Override
  public boolean await(CountDownLatch event, Duration time) throws InterruptedException {
    return clock.await(event, time);
  }

  @Override
  public Runnable schedule(Duration delay, Runnable task) {
    return clock.schedule(delay, task);
  }

  /**
   * Has the node look for calls whose time is over, and done with it, unless none waits: it may
   * have been about to look already, with the time there was before, and is done when it looks
   * again.
   */
  void look(BooleanSupplier anyWaits) {
    long enough = looks.get() + 3;
    long start = System.nanoTime();
    while (anyWaits.getAsBoolean()
        && looks.get() < enough
        && System.nanoTime() - start < BOUND_NANOS) {
      LockSupport.unpark(deadlines);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
