package io.callbox.internal.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request: all members except its parameters.
 *
 * @param id the id of its response; null for a notification
 * @param method {@code Service.method}
 * @param replyTo its reply list; null if the receiver chooses one
 * @param deadline the time after which it must not run, in milliseconds of the epoch by Redis's
 *     clock; 0 for never
 * @param sentAt the time when it was sent, by the same clock; 0 if the request does not say
 * @param from the node that calls, if the request says so
 * @param headers the headers of the call
 * @param durability the members of a durable call; null if it is none
 * @param credit the number of items of a stream that the caller accepts before it grants more; 0 if
 *     the request does not say
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
    int credit)
    implements ReplyAddress {

  /** Creates the head of a request that is not a durable call, and not for a stream. */
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

  /** Returns the same request with another deadline. */
  public Request withDeadline(long newDeadline) {
    return new Request(id, method, replyTo, newDeadline, sentAt, from, headers, durability, credit);
  }
}
