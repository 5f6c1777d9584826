/**
 * The records of durable calls: submitted, begun, ended, recovered and read.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.durable.RedissonCalls}, then {@link
 * io.callbox.internal.redisson.durable.RunSteps}.
 */
@NullMarked
package io.callbox.internal.redisson.durable;

import org.jspecify.annotations.NullMarked;
