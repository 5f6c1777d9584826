package io.callbox.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bounded waits for what another thread or process is about to do. */
public final class Await {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private Await() {}

  /** Waits until a condition holds; fails after twenty seconds. */
  public static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > BOUND.toNanos()) {
        throw new AssertionError("not within " + BOUND + ": " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** Waits for a latch; fails after twenty seconds. */
  public static void latch(CountDownLatch latch) {
    try {
      if (!latch.await(BOUND.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the latch did not open within " + BOUND);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /** How many milliseconds something took. */
  public static long millisOf(Runnable something) {
    long start = System.nanoTime();
    something.run();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
