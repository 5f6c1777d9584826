package io.callbox.transport;

/**
 * The conditions under which a queue accepts requests. The push checks them in the same step.
 *
 * @param waitForProvider whether the queue accepts requests while it has no provider
 * @param maxLength the maximum number of elements in the queue; an element is a request, or a
 *     {@link Chunk} of requests
 * @param sender the sender of the push; it has one push to a queue under way at a time
 * @param number grows with each push of the sender; a push that arrives twice, because its answer
 *     was lost, counts once
 * @param mayBeLost whether the push may count as accepted if its answer is lost, although it may
 *     not have arrived: for requests whose senders wait for replies. A transport may push these
 *     without asking a queue that has just accepted others
 */
public record PushOptions(
    boolean waitForProvider, int maxLength, String sender, long number, boolean mayBeLost) {

  /** Creates options for a push that only counts as accepted if the queue has its requests. */
  public PushOptions(boolean waitForProvider, int maxLength, String sender, long number) {
    this(waitForProvider, maxLength, sender, number, false);
  }
}
