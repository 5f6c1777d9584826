package io.callbox.internal.server.receive;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Chunk;
import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Permits for requests. Their number may be negative, because a chunk may bring more requests than
 * there was room for.
 *
 * <p>If requests are quick, there are more permits, up to a bound: as many as requests are served
 * in a few milliseconds. So large chunks need not be split, and idle workers lose only few requests
 * to this server. For the same reason, the last chunk may exceed the free permits, within this
 * bound.
 */
public final class Permits extends Semaphore {

  @Serial private static final long serialVersionUID = 1;

  /** The duration of some tens of short requests. */
  private static final long MOMENT_MILLIS = 1;

  private static final int MOST_MOMENTS = 20;

  /** The number of permits is the number of requests that are served in this time. */
  private static final long HELD_NANOS = Duration.ofMillis(4).toNanos();

  /** The time for which requests are counted before the number of permits changes. */
  private static final long COUNTED_NANOS = Duration.ofMillis(10).toNanos();

  private final int least;
  private final int most;
  private final int spare;
  private final transient LongSupplier nanoTime;
  private final AtomicLong served = new AtomicLong();

  /**
   * The monitor guards the following fields: the thread that takes races with the thread that
   * closes.
   */
  @GuardedBy("this")
  private int all;

  @GuardedBy("this")
  private long sinceNanos;

  @GuardedBy("this")
  private boolean fixed;

  /**
   * Creates at least {@code least} and at most {@code bound} permits; the bound includes those by
   * which the last chunk may exceed them.
   *
   * @param nanoTime the current time
   */
  public Permits(int least, int bound, LongSupplier nanoTime) {
    super(least);
    this.nanoTime = nanoTime;
    this.sinceNanos = nanoTime.getAsLong();
    this.least = least;
    this.spare = Math.min(Chunk.MOST, bound - least);
    this.most = bound - spare;
    this.all = least;
  }

  /** Returns how many permits there are at least. */
  int least() {
    return least;
  }

  /** Returns by how many permits a chunk may exceed the free ones. */
  int spare() {
    return spare;
  }

  /** Gives back the permits of served requests. */
  void served(int requests) {
    served.addAndGet(requests);
    release(requests);
  }

  /** Adapts the number of permits. Returns their number, free or not. */
  synchronized int adapt() {
    long nanos = nanoTime.getAsLong();
    long counted = nanos - sinceNanos;
    if (counted < COUNTED_NANOS || fixed || least == most) {
      return all;
    }
    double wanted = (double) served.getAndSet(0) * HELD_NANOS / counted;
    int now = (int) Math.max(least, Math.min(most, wanted));
    settle(now - all);
    all = now;
    sinceNanos = nanos;
    return all;
  }

  /** Fixes the number of permits. Returns their number, free or not. */
  synchronized int fixed() {
    fixed = true;
    return all;
  }

  /**
   * Takes all free permits. Waits for the first one, and then for the wanted number while permits
   * come back often enough. If requests are slow, they do not.
   *
   * @return how many were taken; 0 if there was none in time
   */
  int take(int wanted, Duration time) throws InterruptedException {
    if (!tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
      return 0;
    }
    int taken = 1 + drainPermits();
    for (int moment = 0; moment < MOST_MOMENTS && taken < wanted; moment++) {
      if (!tryAcquire(MOMENT_MILLIS, TimeUnit.MILLISECONDS)) {
        return taken;
      }
      taken += 1 + drainPermits();
    }
    return taken;
  }

  /**
   * Gives back unneeded permits, or takes additional ones for requests beyond the reserved number.
   */
  void settle(int unused) {
    if (unused >= 0) {
      release(unused);
    } else {
      reducePermits(-unused);
    }
  }
}
