package io.callbox.internal.server.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.BrokerClock;

/**
 * The time during which a server has received messages. It stands still while the server has no
 * room for another request, because messages of callers then wait in its inbox. Safe for use by
 * many threads.
 */
public final class HearingTime {

  private final BrokerClock clock;

  /**
   * Set while the server takes nothing. Written under the monitor, which also guards the following
   * fields: the thread that takes requests races with threads that ask for the time. Read without
   * it where it rarely changes.
   */
  private volatile boolean deaf;

  @GuardedBy("this")
  private long deafSince;

  @GuardedBy("this")
  private long deafNanos;

  HearingTime(BrokerClock clock) {
    this.clock = clock;
  }

  /** Sets whether the server takes requests from now on. */
  public void hears(boolean takes) {
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

  /** Returns nanoseconds; only differences between two values have a meaning. */
  synchronized long nanos() {
    long now = clock.nanoTime();
    return now - deafNanos - (deaf ? now - deafSince : 0);
  }
}
