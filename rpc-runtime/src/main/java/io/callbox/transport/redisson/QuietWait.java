package io.callbox.transport.redisson;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;

/**
 * How long the next wait for a queue lasts: each wait that brings nothing costs Redis as much as a
 * call, so the longer nothing has come, the longer the next one is. But nobody must wait for a long
 * one to end: so it is only where it can be ended before its time. Safe for use by many threads.
 */
final class QuietWait {

  /** How many times as long as a wait after something came. */
  private static final int LONGEST = 4;

  @GuardedBy("this")
  private int times = 1;

  /** How long to wait, where one asks for so long at first. */
  synchronized Duration of(Duration first, boolean canBeEnded) {
    return canBeEnded ? first.multipliedBy(times) : first;
  }

  /** Whether nothing has come lately, so that the next wait may be longer than the first. */
  synchronized boolean isQuiet() {
    return times > 1;
  }

  /** A wait has ended, with something or with nothing. */
  synchronized void ended(boolean withSomething) {
    times = withSomething ? 1 : Math.min(LONGEST, 2 * times);
  }
}
