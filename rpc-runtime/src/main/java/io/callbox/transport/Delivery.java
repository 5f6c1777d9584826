package io.callbox.transport;

import org.jspecify.annotations.Nullable;

/**
 * A message taken from a queue.
 *
 * @param queue where it was
 * @param message its bytes, which nobody changes
 * @param taken the list that holds it until it is acknowledged; null if taking it was the
 *     acknowledgment
 * @param place one more than that of its older neighbour in {@code taken}, if the two were taken
 *     together, and else any number that says nothing; 0 if it was taken alone
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by identity, never compared by content
public record Delivery(QueueName queue, byte[] message, @Nullable QueueName taken, long place) {

  /** A message that was taken alone, or of whose neighbours nothing is known. */
  public Delivery(QueueName queue, byte[] message, @Nullable QueueName taken) {
    this(queue, message, taken, 0);
  }

  /** Whether it was taken together with {@code older}, and right after it. */
  public boolean follows(Delivery older) {
    return older.place > 0 && place == older.place + 1 && queue.equals(older.queue);
  }
}
