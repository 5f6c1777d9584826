package io.callbox.internal.concurrent;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A bound that several waits, one after the other, spend together. Safe for use by many threads.
 */
public final class Countdown {

  private final long endNanos;
  private final LongSupplier nanoTime;

  Countdown(Duration bound, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.endNanos = nanoTime.getAsLong() + bound.toNanos();
  }

  /** Begins now, in this machine's time. */
  public static Countdown of(Duration bound) {
    return new Countdown(bound, System::nanoTime);
  }

  /** Returns the time that is left; zero if none is left. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
  }
}
