package io.callbox.internal.server;

import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Permits for requests. There may be fewer than none: a chunk brings more requests than its taker
 * had room for.
 */
final class Permits extends Semaphore {

  @Serial private static final long serialVersionUID = 1;

  /** As long as some tens of short requests take. */
  private static final long MOMENT_MILLIS = 1;

  private static final int MOST_MOMENTS = 20;

  Permits(int count) {
    super(count);
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
