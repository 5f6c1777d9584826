/**
 * The meaning of a failed command, and whether the command is sent again.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.failure.RedisFailure}. {@code
 * ClusterChange} sends a command again while the servers change, with {@code Later}, the delays of
 * this transport; {@code Slots} learns from a refusal that keys of several slots need several
 * commands; {@code CommandAnswer} passes the answer or the failure of a command on.
 */
@NullMarked
package io.callbox.internal.redisson.failure;

import org.jspecify.annotations.NullMarked;
