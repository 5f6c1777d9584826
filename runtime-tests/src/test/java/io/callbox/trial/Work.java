package io.callbox.trial;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The work of a service, which only takes time. */
public final class Work {

  private Work() {}

  /**
   * Works for so long, unless it is interrupted. The thread may have been woken for an earlier
   * task: this ends one park at once, but no work.
   */
  public static void takes(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
