package io.callbox.deadletter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How requests are put back. Immutable: each setter gives a copy.
 *
 * @param mayHaveRun whether to put back those too that may have run, and must not run twice
 * @param timeout how long they may wait and run; null: as long as they might at first, 30 seconds
 *     if they do not say. One that had no deadline gets none unless it is said here.
 */
public record ReplayOptions(boolean mayHaveRun, @Nullable Duration timeout) {

  /** Only what has not run, or may run twice; with as much time as it had. */
  public static final ReplayOptions DEFAULT = new ReplayOptions(false, null);

  /** A copy that puts back requests that may have run: who asks for it knows that they may. */
  public ReplayOptions allowingMayHaveRun() {
    return new ReplayOptions(true, timeout);
  }

  /**
   * A copy with this timeout.
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
