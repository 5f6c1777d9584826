/**
 * A circuit breaker of Resilience4j's as an interceptor.
 *
 * <p>Start reading at {@link io.callbox.samples.breaker.BreakingCalls}.
 */
@NullMarked
package io.callbox.samples.breaker;

import org.jspecify.annotations.NullMarked;
