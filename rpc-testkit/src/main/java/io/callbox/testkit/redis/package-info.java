/**
 * A real Redis, from the binary of embedded-redis: one server, a cluster or a sentinel, with faults
 * that a test can cause.
 *
 * <p>Start reading at {@link io.callbox.testkit.redis.RedisServer}.
 */
@NullMarked
package io.callbox.testkit.redis;

import org.jspecify.annotations.NullMarked;
