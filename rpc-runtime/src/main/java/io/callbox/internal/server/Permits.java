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
  private static final long MOMENT_MICROS = 1_000;

  Permits(int count) {
    super(count);
  }

  /**
   * Takes all there are, but waits for the first, and then a moment for so many as are wanted.
   *
   * @return how many were taken; 0 if the first was not to be had in time
   */
  int take(int wanted, Duration time) throws InterruptedException {
    if (!tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
      return 0;
    }
    int more = drainPermits();
    int missing = wanted - 1 - more;
    boolean came = missing > 0 && tryAcquire(missing, MOMENT_MICROS, TimeUnit.MICROSECONDS);
    return 1 + more + (came ? missing : 0) + (missing > 0 ? drainPermits() : 0);
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
