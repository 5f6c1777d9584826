package io.callbox.testkit.time;

import io.callbox.rpc.RpcException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits in real time for an action of another thread or process, for at most forty seconds. For
 * virtual time, use {@link VirtualClock}.
 *
 * <pre>{@code
 * Await.until("the request waits", () -> redis.command("LLEN", queue).equals("1"));
 * }</pre>
 */
public final class Await {

  private static final Duration BOUND = Duration.ofSeconds(40);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private Await() {}

  /** Waits until a condition holds. */
  public static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (isOver(start)) {
        throw new AssertionError("not within " + BOUND + ": " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Waits for a latch; an interrupt fails the test. */
  public static void latch(CountDownLatch latch) {
    try {
      if (!latch.await(BOUND.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new AssertionError("the latch did not open within " + BOUND);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /**
   * Repeats a call until it succeeds, for example when connections are back; otherwise fails like
   * the last call.
   */
  public static <T> T success(Supplier<T> call) {
    long start = System.nanoTime();
    while (true) {
      try {
        return call.get();
      } catch (RpcException unavailable) {
        if (isOver(start)) {
          throw unavailable;
        }
      }
    }
  }

  private static boolean isOver(long start) {
    return System.nanoTime() - start > BOUND.toNanos();
  }
}
