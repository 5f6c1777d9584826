/**
 * From the request loop to the dispatch: what a server takes, as far as it has permits and memory,
 * and whether its queue is open.
 *
 * <p>Start reading at {@link io.callbox.internal.server.receive.RequestReceiver}, then {@link
 * io.callbox.internal.server.receive.RequestsInHand}.
 */
@NullMarked
package io.callbox.internal.server.receive;

import org.jspecify.annotations.NullMarked;
