package io.callbox.transport;

import org.jspecify.annotations.Nullable;

/**
 * A message taken from a queue.
 *
 * @param queue where it was
 * @param message its bytes, which nobody changes
 * @param holder who holds it until it is acknowledged; null if taking it was the acknowledgment
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by identity, never compared by content
public record Delivery(QueueName queue, byte[] message, @Nullable Worker holder) {

  /** Where the message is until it is acknowledged; null if it is nowhere any more. */
  public @Nullable QueueName taken() {
    return holder == null ? null : queue.taken(holder);
  }
}
