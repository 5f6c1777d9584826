package io.callbox.internal.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request: all but its parameters.
 *
 * @param id what its response is known by; null for a notification, which has none
 * @param method {@code Service.method}
 * @param replyTo the key its response is pushed to; null for the receiver's own choice
 * @param deadline when it is too late to run it, in milliseconds of the epoch by Redis's clock; 0
 *     for never
 * @param sentAt when it was sent, in the same time; 0 if it does not say
 * @param from the node that calls, if it says so
 * @param headers what travels along with the call
 * @param durability what makes it a durable call; null if it is none
 * @param credit how many items of a stream the caller takes before it grants more; 0 if it does not
 *     say
 */
public record Request(
    @Nullable RequestId id,
    String method,
    @Nullable String replyTo,
    long deadline,
    long sentAt,
    @Nullable String from,
    Map<String, String> headers,
    @Nullable Durability durability,
    int credit) {

  /** The head of a request that is no durable call, and for no stream. */
  public Request(
      @Nullable RequestId id,
      String method,
      @Nullable String replyTo,
      long deadline,
      long sentAt,
      @Nullable String from,
      Map<String, String> headers) {
    this(id, method, replyTo, deadline, sentAt, from, headers, null, 0);
  }

  /** The same request with another deadline. */
  public Request withDeadline(long newDeadline) {
    return new Request(id, method, replyTo, newDeadline, sentAt, from, headers, durability, credit);
  }
}
