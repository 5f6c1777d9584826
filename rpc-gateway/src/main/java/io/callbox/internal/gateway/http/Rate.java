package io.callbox.internal.gateway.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.gateway.access.Caller;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Limits the requests of each caller to a number per second; a burst may have the requests of one
 * second. Safe for use by many threads.
 */
public final class Rate {

  private static final double NANOS = 1e9;

  private final int perSecond;
  private final LongSupplier nanoTime;

  /**
   * The number of callers from which on the gateway forgets those without a request for a second.
   */
  private static final int MANY = 10_000;

  /** The buckets of callers with recent requests. */
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** Creates a limit, by the clock of this machine. */
  public Rate(int perSecond) {
    this(perSecond, System::nanoTime);
  }

  Rate(int perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
  }

  /** Takes the right to send some requests; returns false, and takes none, if fewer are left. */
  boolean take(Caller caller, int count) {
    if (buckets.size() >= MANY) {
      buckets.values().removeIf(each -> each.isFull(now()));
    }
    return buckets
        .computeIfAbsent(caller.name(), name -> new Bucket(perSecond, now()))
        .take(count, now());
  }

  private long now() {
    return nanoTime.getAsLong();
  }

  /** Guarded by itself: requests of one caller race for the remaining rights. */
  private final class Bucket {

    @GuardedBy("this")
    private double left;

    @GuardedBy("this")
    private long filledAt;

    Bucket(double left, long filledAt) {
      this.left = left;
      this.filledAt = filledAt;
    }

    /** Returns whether it is equal to a new bucket. */
    synchronized boolean isFull(long now) {
      return left + (now - filledAt) / NANOS * perSecond >= perSecond;
    }

    synchronized boolean take(int count, long now) {
      left = Math.min(perSecond, left + (now - filledAt) / NANOS * perSecond);
      filledAt = now;
      if (left < count) {
        return false;
      }
      left -= count;
      return true;
    }
  }
}
