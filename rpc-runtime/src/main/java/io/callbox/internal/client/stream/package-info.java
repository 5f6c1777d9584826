/**
 * The streams that a client reads: their calls, their items, and the threads of their subscribers.
 *
 * <p>Start reading at {@link io.callbox.internal.client.stream.StreamCall}, then {@link
 * io.callbox.internal.client.stream.ItemDelivery}.
 */
@NullMarked
package io.callbox.internal.client.stream;

import org.jspecify.annotations.NullMarked;
