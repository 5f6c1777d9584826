package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Chunk;
import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Permits for requests. There may be fewer than none: a chunk brings more requests than its taker
 * had room for.
 *
 * <p>There are more of them, up to a bound, where requests are quick: as many as are served in a
 * few milliseconds. So large chunks need not be taken apart; and since it is no more than that,
 * others who have nothing to do hardly miss it. For the same reason the last chunk may exceed what
 * is left of them, if it stays within that bound.
 */
final class Permits extends Semaphore {

  @Serial private static final long serialVersionUID = 1;

  /** As long as some tens of short requests take. */
  private static final long MOMENT_MILLIS = 1;

  private static final int MOST_MOMENTS = 20;

  /** There are as many permits as requests are served in so long. */
  private static final long HELD_NANOS = Duration.ofMillis(4).toNanos();

  /** How long to count them before the number of permits changes. */
  private static final long COUNTED_NANOS = Duration.ofMillis(10).toNanos();

  private final int least;
  private final int most;
  private final int spare;
  private final transient LongSupplier nanoTime;
  private final AtomicLong served = new AtomicLong();

  /** The monitor guards what follows: the one who takes races with the one who closes. */
  @GuardedBy("this")
  private int all;

  @GuardedBy("this")
  private long sinceNanos;

  @GuardedBy("this")
  private boolean fixed;

  /**
   * At least {@code least}; and {@code bound} at most, with what the last chunk takes more than
   * there are.
   *
   * @param nanoTime what time it is
   */
  Permits(int least, int bound, LongSupplier nanoTime) {
    super(least);
    this.nanoTime = nanoTime;
    this.sinceNanos = nanoTime.getAsLong();
    this.least = least;
    this.spare = Math.min(Chunk.MOST, bound - least);
    this.most = bound - spare;
    this.all = least;
  }

  /** How many more than there are a chunk may take. */
  int spare() {
    return spare;
  }

  /** So many come back, of requests that have been served. */
  void served(int requests) {
    served.addAndGet(requests);
    release(requests);
  }

  /** Has as many permits as are right now. Answers how many these are, whoever has them. */
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

  /** How many there are, whoever has them: from now on always as many. */
  synchronized int fixed() {
    fixed = true;
    return all;
  }

  /**
   * Takes all there are, but waits for the first; and for so many as are wanted, as long as some
   * come back every moment: where requests are slow, they do not.
   *
   * @return how many were taken; 0 if the first was not to be had in time
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

  /** Gives places back that were not needed, or takes those that were needed besides. */
  void settle(int unused) {
    if (unused >= 0) {
      release(unused);
    } else {
      reducePermits(-unused);
    }
  }
}
