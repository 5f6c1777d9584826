package io.callbox.internal.wire;

import java.time.Duration;

/**
 * The times at which one side of a stream sent its last message, and received the last one of the
 * other side. Both sides send a message in time, so that silence means that the other side is gone.
 * All times are nanoseconds of the caller's clock. Safe for use by many threads.
 */
public final class SignsOfLife {

  /** The longest silence of either side. */
  public static final Duration SILENCE = Duration.ofSeconds(30);

  /** The time after its last message at which a side sends a sign of life. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private volatile long heardNanos;
  private volatile long saidNanos;

  /** Creates the signs of a stream that starts now. */
  public SignsOfLife(long heardNanos, long saidNanos) {
    this.heardNanos = heardNanos;
    this.saidNanos = saidNanos;
  }

  /** Notes that the other side sent a message. */
  public void heard(long nowNanos) {
    heardNanos = nowNanos;
  }

  /** Notes that this side sends a message. */
  public void said(long nowNanos) {
    saidNanos = nowNanos;
  }

  /** Returns whether the other side has been silent for too long. */
  public boolean isSilent(long nowNanos) {
    return nowNanos - heardNanos >= SILENCE.toNanos();
  }

  /** Returns whether this side has to send a sign of life. */
  public boolean isDue(long nowNanos) {
    return nowNanos - saidNanos >= PAUSE.toNanos();
  }

  /** Returns a message about the other side, which has been silent for too long. */
  public static String silenceOf(String side) {
    return "nothing was heard of " + side + " for " + SILENCE.toSeconds() + " s";
  }
}
