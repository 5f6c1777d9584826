package io.callbox.testkit.service;

import io.callbox.rpc.RpcException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Bounded waits for what others are about to do. */
public final class Await {

  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(60);

  private Await() {}

  /** Waits until a condition holds; fails after a minute. */
  public static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + BOUND_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within a minute: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /** Waits for a latch; fails after a minute. */
  public static void latch(CountDownLatch latch) {
    try {
      if (!latch.await(BOUND_NANOS, TimeUnit.NANOSECONDS)) {
        throw new AssertionError("the latch did not open within a minute");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Calls until it succeeds, as it does when connections are back; fails after a minute. */
  public static <T> T success(Supplier<T> call) {
    long end = System.nanoTime() + BOUND_NANOS;
    while (true) {
      try {
        return call.get();
      } catch (RpcException unavailable) {
        if (System.nanoTime() > end) {
          throw unavailable;
        }
      }
    }
  }
}
