package io.callbox.testing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Awaits a condition, as the test kit does: the kit needs this module, which cannot need it. */
public final class Await {

  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private Await() {}

  /** Waits until a condition holds, for at most twenty seconds. */
  public static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > BOUND_NANOS) {
        throw new AssertionError("not within twenty seconds: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
