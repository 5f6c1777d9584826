package io.callbox.server;

import io.callbox.wire.RequestId;
import org.jspecify.annotations.Nullable;

/** Where the response of one request goes. */
interface Answers {

  /**
   * Takes the response. Called exactly once for each request.
   *
   * @param address where to send it
   * @param response the response; null for a notification, which has none
   */
  void answer(Address address, byte @Nullable [] response);

  /**
   * Where a request asked to be answered.
   *
   * @param id its id; null for a notification
   * @param replyTo the key it names, if it does
   * @param from the node that calls, if it says so: it is answered on no other node's list
   * @param deadline when its caller stops waiting, in milliseconds of Redis's clock; 0 for never
   */
  record Address(
      @Nullable RequestId id, @Nullable String replyTo, @Nullable String from, long deadline) {}
}
