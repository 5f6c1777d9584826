/**
 * A real Redis, from the binary that embedded-redis brings: one server, a cluster or a sentinel,
 * and what a test may do to it.
 *
 * <p>May import {@code io.callbox.node} and {@code io.callbox.testkit.os}. Start reading at {@link
 * io.callbox.testkit.redis.RedisServer}.
 */
@NullMarked
package io.callbox.testkit.redis;

import org.jspecify.annotations.NullMarked;
