package io.callbox.rpc;

import io.callbox.annotation.Sync;
import java.time.Duration;

/**
 * The members of a method's {@code @Durable}. Immutable.
 *
 * @param keep how long the result is kept once the call has ended; positive
 * @param attempts the maximum number of attempts, 1 or more; 1 for methods that are not idempotent
 * @param timeout how long one run may take, from its start; positive
 * @param sync where a call has to be stored before its submission returns
 */
public record DurablePolicy(Duration keep, int attempts, Duration timeout, Sync sync) {

  /** A policy whose calls are accepted once they are in Redis's memory. */
  public DurablePolicy(Duration keep, int attempts, Duration timeout) {
    this(keep, attempts, timeout, Sync.NONE);
  }
}
