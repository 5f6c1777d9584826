/**
 * Moves messages through queues, and does not read their content. To write a transport, implement
 * {@link io.callbox.transport.Transport} and the interfaces that it returns.
 *
 * <p>Only {@link io.callbox.transport.QueueName} and {@link io.callbox.transport.Namespace} compose
 * Redis keys.
 *
 * <p>Start reading at {@link io.callbox.transport.Transport}.
 */
@NullMarked
package io.callbox.transport;

import org.jspecify.annotations.NullMarked;
