/**
 * The nodes and the workers in Redis: their cards, their leases, and the dead letters they leave.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.store.RedissonLeaseStore}, then {@link
 * io.callbox.internal.redisson.store.RedissonNodeStore}.
 */
@NullMarked
package io.callbox.internal.redisson.store;

import org.jspecify.annotations.NullMarked;
