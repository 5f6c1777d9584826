/**
 * Brings requests to their queues, alone or in chunks, over shards and lanes; takes them back; and
 * says what a caller can know of a request that was not pushed. {@code OpenWaits} has all waits of
 * a client that end with it.
 *
 * <p>Start reading at {@link io.callbox.internal.client.push.RequestPushes}, then {@link
 * io.callbox.internal.client.push.RequestTarget}.
 */
@NullMarked
package io.callbox.internal.client.push;

import org.jspecify.annotations.NullMarked;
