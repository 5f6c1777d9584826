package io.callbox.internal.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times from other programs, in milliseconds of the epoch. They may have any value: a time outside
 * of the years 1970 to 9999 counts as the nearer end of this range, so that no computation with it
 * overflows.
 */
public final class EpochMillis {

  /** The end of the year 9999. */
  public static final long LATEST = 253_402_300_799_999L;

  private EpochMillis() {}

  /** Returns the time within the bounds. */
  public static long bounded(long told) {
    return Math.max(0, Math.min(told, LATEST));
  }

  /** Returns the time as an instant, within the bounds. */
  public static Instant instant(long told) {
    return Instant.ofEpochMilli(bounded(told));
  }

  /** Returns the same; null if the time is 0, which stands for none. */
  public static @Nullable Instant instantIfTold(long told) {
    return told == 0 ? null : instant(told);
  }
}
