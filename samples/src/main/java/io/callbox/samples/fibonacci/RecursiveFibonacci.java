package io.callbox.samples.fibonacci;

import java.util.concurrent.atomic.AtomicLong;

/**
 * {@link Fibonacci} by its definition, so that the time a call takes grows with the number it
 * returns. Safe for use by many threads.
 */
public final class RecursiveFibonacci implements Fibonacci {

  /** The last index whose number a {@code long} can hold. */
  private static final int LAST = 92;

  private final AtomicLong answered = new AtomicLong();

  @Override
  public long fibonacci(int n) {
    if (n < 0 || n > LAST) {
      throw new IllegalArgumentException("n must be between 0 and " + LAST + ", got " + n);
    }
    long number = compute(n);
    answered.incrementAndGet();
    return number;
  }

  /** Returns the number of calls that this object has answered. */
  public long answered() {
    return answered.get();
  }

  private static long compute(int n) {
    return n < 2 ? n : compute(n - 1) + compute(n - 2);
  }
}
