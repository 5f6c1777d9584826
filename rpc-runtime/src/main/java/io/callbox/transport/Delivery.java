package io.callbox.transport;

/**
 * A message taken from a queue.
 *
 * @param queue where it was
 * @param message its bytes, which nobody changes
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by identity, never compared by content
public record Delivery(QueueName queue, byte[] message) {}
