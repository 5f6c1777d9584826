/**
 * Redis as a broker, apart from its queues: its version and its time, its channels, and what its
 * user may do.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.broker.RedisChannels}.
 */
@NullMarked
package io.callbox.internal.redisson.broker;

import org.jspecify.annotations.NullMarked;
