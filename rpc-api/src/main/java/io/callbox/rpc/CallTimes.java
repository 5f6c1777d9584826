package io.callbox.rpc;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * The times of a call that the server reports to its caller. {@link #rest} is the remaining time.
 * Immutable.
 *
 * @param queuedMicros how long the request waited, from its start on the client to its turn on the
 *     server, in microseconds; 0 or more. Measured by Redis's clock, accurate to about a
 *     millisecond
 * @param ranMicros how long the call ran, from its turn until its outcome was known, in
 *     microseconds of the server's own clock; 0 or more. It does not include writing the response
 */
public record CallTimes(long queuedMicros, long ranMicros) {

  /** The time for which the request waited; never negative. */
  public Duration queued() {
    return Duration.of(queuedMicros, ChronoUnit.MICROS);
  }

  /** The time for which the call ran; never negative. */
  public Duration ran() {
    return Duration.of(ranMicros, ChronoUnit.MICROS);
  }

  /**
   * The remaining time of the call, mostly the way of the response.
   *
   * @param total how long the call took, as the caller measured it
   * @return zero if the times add up to more than {@code total}, because two clocks measure them
   */
  public Duration rest(Duration total) {
    Duration rest = total.minus(queued()).minus(ran());
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
