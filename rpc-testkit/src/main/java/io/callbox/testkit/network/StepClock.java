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
 * The clock as one node reads it. A thread of the node, known by its name, looks every few
 * milliseconds of real time for calls whose deadline has passed. This class makes it look at the
 * right moment. Safe for use by many threads.
 */
final class StepClock implements BrokerClock {

  private static final String DEADLINES = "-deadlines";
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(20);
  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final VirtualClock clock;
  private volatile @Nullable Thread deadlines;

  /** The number of times that this thread has looked. */
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
   * Makes the node look for calls whose deadline has passed, and waits until it has, unless no call
   * waits. The node may already be about to look with the old time, so this waits until it looks
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
