package io.callbox.rpc;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Where the time of a call went, as the server tells its caller. What neither of the two figures
 * covers is {@link #rest}. Immutable.
 *
 * @param queuedMicros how long the request waited, from its start on the client to its turn on the
 *     server, in microseconds; 0 or more. By Redis's clock, and so as exact as the two nodes'
 *     estimates of that: about a millisecond
 * @param ranMicros how long it was served, from its turn until its outcome was known, in
 *     microseconds of the server's own ticks; 0 or more. Writing the response is not in it
 */
public record CallTimes(long queuedMicros, long ranMicros) {

  /** How long the request waited; never negative. */
  public Duration queued() {
    return Duration.of(queuedMicros, ChronoUnit.MICROS);
  }

  /** How long it was served; never negative. */
  public Duration ran() {
    return Duration.of(ranMicros, ChronoUnit.MICROS);
  }

  /**
   * What is left of the time that the call took for its caller: mostly the way of the response.
   *
   * @param total how long the call took, as the caller measured it
   * @return zero where the figures add up to more than {@code total}, as they have two clocks
   */
  public Duration rest(Duration total) {
    Duration rest = total.minus(queued()).minus(ran());
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
