package io.callbox.rpc;

import java.time.Duration;

/**
 * What a method's {@code @Durable} says. Immutable.
 *
 * @param keep how long the result is kept once the call has ended; positive
 * @param attempts how often a call is tried at most, 1 or more; 1 for methods that are not
 *     idempotent
 * @param timeout how long one run may take, from its start; positive
 */
public record DurablePolicy(Duration keep, int attempts, Duration timeout) {}
