package io.callbox.deadletter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options for replaying requests. Immutable: each method returns a copy.
 *
 * @param mayHaveRun whether to replay also requests that may have run, and must not run twice
 * @param timeout the time that they may wait and run; null for the same time as at first, or 30
 *     seconds if the request does not say. A request without a deadline gets one only if a timeout
 *     is set here.
 */
public record ReplayOptions(boolean mayHaveRun, @Nullable Duration timeout) {

  /**
   * Replays only requests that have not run, or that may run twice, with the same timeout as at
   * first.
   */
  public static final ReplayOptions DEFAULT = new ReplayOptions(false, null);

  /** Returns a copy that replays also requests that may have run. */
  public ReplayOptions allowingMayHaveRun() {
    return new ReplayOptions(true, timeout);
  }

  /**
   * Returns a copy with this timeout.
   *
   * @throws IllegalArgumentException unless it is positive
   */
  public ReplayOptions withTimeout(Duration newTimeout) {
    if (newTimeout.isNegative() || newTimeout.isZero()) {
      throw new IllegalArgumentException("a timeout must be positive, got " + newTimeout);
    }
    return new ReplayOptions(mayHaveRun, newTimeout);
  }
}
