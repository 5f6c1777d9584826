package io.callbox.internal.server.reply;

import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.transport.Delivery;
import org.jspecify.annotations.Nullable;

/** Receives the response of one request. */
public interface ResponseSink {

  /**
   * Receives the response. Called exactly once for each request.
   *
   * @param address the address to which to send it
   * @param response the response; null for a notification, which has none
   */
  default void answer(ReplyAddress address, byte @Nullable [] response) {
    answer(address, response, () -> {});
  }

  /**
   * Receives a response, which others may follow if it is the first of a stream.
   *
   * @param sent runs when it is sent or given up
   */
  void answer(ReplyAddress address, byte @Nullable [] response, Runnable sent);

  /**
   * Returns whether others may follow the first response: not in a batch, which is answered once.
   */
  default boolean takesMore() {
    return true;
  }

  /** Returns the request as an element; null if it is a member of a batch or chunk. */
  default @Nullable Delivery delivery() {
    return null;
  }

  /**
   * Called instead of a response: the request has been acknowledged, or is left to other workers.
   */
  default void settled() {
    throw new IllegalStateException("a member of a batch is answered with it");
  }

  /**
   * Returns the address of the response to a request, the same on every worker: its reply list,
   * else its id, which names its list. A member of a batch has the address of its batch.
   */
  default ReplyAddress addressOf(Request head) {
    return head;
  }

  /**
   * The address of a response to a request that has no head of its own.
   *
   * @param id its id; null for a notification, or if no id could be read
   * @param replyTo the reply list that it names, if any
   * @param from the calling node, if the request names it; the response goes to no other node's
   *     list
   * @param deadline the time when its caller stops waiting, in milliseconds of Redis's clock; 0 for
   *     never
   */
  record Address(
      @Nullable RequestId id, @Nullable String replyTo, @Nullable String from, long deadline)
      implements ReplyAddress {

    /** Returns the address in a request that could not be read, as far as it contains one. */
    public static Address of(PartialRequest rescue) {
      return new Address(rescue.id(), rescue.replyTo(), rescue.from(), 0);
    }

    /** Returns the same address without the id, whose reply list then does not count. */
    public Address withoutId() {
      return new Address(null, replyTo, from, deadline);
    }
  }
}
