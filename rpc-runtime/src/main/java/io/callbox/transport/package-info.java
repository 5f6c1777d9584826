/**
 * Moves messages through queues, and does not read their content. To write a transport, implement
 * {@link io.callbox.transport.Transport} and the interfaces that it returns.
 *
 * <p>{@link io.callbox.transport.QueueName} and {@link io.callbox.transport.Namespace} are the only
 * spellers of Redis keys.
 *
 * <p>May import {@code io.callbox.rpc}. Start reading at {@link io.callbox.transport.Transport}.
 */
@NullMarked
package io.callbox.transport;

import org.jspecify.annotations.NullMarked;
