package io.callbox.internal.server;

import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.transport.Delivery;
import org.jspecify.annotations.Nullable;

/** Where the response of one request goes. */
interface ResponseSink {

  /**
   * Takes the response. Called exactly once for each request.
   *
   * @param address where to send it
   * @param response the response; null for a notification, which has none
   */
  default void answer(Address address, byte @Nullable [] response) {
    answer(address, response, () -> {});
  }

  /**
   * The same, for a response that others follow: the first items of a stream.
   *
   * @param sent runs when it has been sent, or has been given up
   */
  void answer(Address address, byte @Nullable [] response, Runnable sent);

  /** Whether others may follow the first: not within a batch, which is answered once. */
  default boolean takesMore() {
    return true;
  }

  /** The request by itself; null if it is a member of something else. */
  default @Nullable Delivery delivery() {
    return null;
  }

  /** The request has been acknowledged, or is left to others: instead of a response. */
  default void settled() {
    throw new IllegalStateException("a member of a batch is answered with it");
  }

  /**
   * What tells the place where a request is answered from others, whoever serves it: the reply list
   * that it names, or else its id, by which its list is named. A member of a batch is answered
   * where its batch is.
   */
  default Address placeOf(Request head) {
    return new Address(head.id(), head.replyTo(), head.from(), head.deadline());
  }

  /**
   * Where a request asked to be answered.
   *
   * @param id its id; null for a notification, and where none could be read
   * @param replyTo the key it names, if it does
   * @param from the node that calls, if it says so: it is answered on no other node's list
   * @param deadline when its caller stops waiting, in milliseconds of Redis's clock; 0 for never
   */
  record Address(
      @Nullable RequestId id, @Nullable String replyTo, @Nullable String from, long deadline) {

    /** As far as a request that could not be read says so. */
    static Address of(PartialRequest rescue) {
      return new Address(rescue.id(), rescue.replyTo(), rescue.from(), 0);
    }

    /** The same place if it has a reply list; else where goes what has no id that can be read. */
    Address withoutId() {
      return new Address(null, replyTo, from, deadline);
    }
  }
}
