/**
 * The meaning of a failed command, and whether the command is sent again.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.failure.RedisFailure}.
 */
@NullMarked
package io.callbox.internal.redisson.failure;

import org.jspecify.annotations.NullMarked;
