package io.callbox.internal.redisson.script;

import java.time.Duration;

/** The times for which Redis keeps what nobody renews, in milliseconds, as values for scripts. */
public final class KeptTimes {

  /** Long enough for a service that is down for a long weekend. */
  private static final byte[] DEAD_WORKERS = Scripts.millis(Duration.ofDays(7));

  private static final byte[] DELIVERIES = Scripts.millis(Duration.ofHours(1));

  /** Longer than any push is sent again. */
  private static final byte[] PUSHES = Scripts.millis(Duration.ofMinutes(1));

  private KeptTimes() {}

  /** Returns the time for the keys of a dead worker that no other worker handles. */
  public static byte[] ofDeadWorkers() {
    return DEAD_WORKERS;
  }

  /** Returns the time for the number of deliveries of a request. */
  public static byte[] ofDeliveries() {
    return DELIVERIES;
  }

  /** Returns the time for a sender's last push. */
  public static byte[] ofPushes() {
    return PUSHES;
  }
}
