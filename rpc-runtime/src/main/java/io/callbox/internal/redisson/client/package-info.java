/**
 * The Redisson client that a node makes for itself: its address, its threads, and its end.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.client.RedissonClients}.
 */
@NullMarked
package io.callbox.internal.redisson.client;

import org.jspecify.annotations.NullMarked;
