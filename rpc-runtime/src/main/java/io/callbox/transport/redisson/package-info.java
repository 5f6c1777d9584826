/**
 * Moves messages through Redis lists, by Redisson.
 *
 * <p>Start reading at {@link io.callbox.transport.redisson.RedissonTransport}. What works for it is
 * in packages that no program can use.
 */
@NullMarked
package io.callbox.transport.redisson;

import org.jspecify.annotations.NullMarked;
