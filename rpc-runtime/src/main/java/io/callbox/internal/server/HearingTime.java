package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.BrokerClock;

/**
 * For how long a server has taken what is sent to it: time that stands still while it has no room
 * for another request, since what its callers say waits in its inbox then. Safe for use by many
 * threads.
 */
final class HearingTime {

  private final BrokerClock clock;

  /** Written under the monitor; read without it where it rarely changes. */
  private volatile boolean deaf;

  @GuardedBy("this")
  private long deafSince;

  @GuardedBy("this")
  private long deafNanos;

  HearingTime(BrokerClock clock) {
    this.clock = clock;
  }

  /** Whether it takes requests from now on. */
  void hears(boolean takes) {
    if (takes == deaf) {
      change(takes);
    }
  }

  private synchronized void change(boolean takes) {
    long now = clock.nanoTime();
    if (takes && deaf) {
      deafNanos += now - deafSince;
    }
    deafSince = now;
    deaf = !takes;
  }

  /** Nanoseconds, to be compared with each other by their difference. */
  synchronized long nanos() {
    long now = clock.nanoTime();
    return now - deafNanos - (deaf ? now - deafSince : 0);
  }
}
