/**
 * Moves messages by queue, and knows nothing of what is in them. Who writes a transport of their
 * own implements {@link io.callbox.transport.Transport} and what it names.
 *
 * <p>{@link io.callbox.transport.QueueName} and {@link io.callbox.transport.Namespace} are the only
 * spellers of Redis keys.
 *
 * <p>May import {@code io.callbox.rpc}. Start reading at {@link io.callbox.transport.Transport}.
 */
@NullMarked
package io.callbox.transport;

import org.jspecify.annotations.NullMarked;
