/**
 * Moves messages by queue, and knows nothing of what is in them.
 *
 * <p>{@link io.callbox.transport.Transport} is what a node stands on; {@link
 * io.callbox.transport.QueueName} and {@link io.callbox.transport.Namespace} are the only spellers
 * of Redis keys; {@link io.callbox.transport.PushBatcher} lets messages that gather while a push is
 * under way leave together with the next.
 *
 * <p>May import {@code io.callbox.rpc}. Start reading at {@link io.callbox.transport.Transport}.
 */
@NullMarked
package io.callbox.transport;

import org.jspecify.annotations.NullMarked;
