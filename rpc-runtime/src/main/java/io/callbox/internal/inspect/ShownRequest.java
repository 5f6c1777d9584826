package io.callbox.internal.inspect;

import io.callbox.internal.wire.RequestMembers;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.CallIds;
import io.callbox.transport.QueueName;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request in the form for people: without the secrets with which a program could answer or cancel
 * its call. Immutable.
 *
 * @param method {@code Service.method}; empty if the request does not say
 * @param caller the node that calls; null if the request does not say
 * @param replayedFrom the id of the dead letter whose replay it is; null if it is none
 * @param sentAt the time when it was sent, in milliseconds of the broker's clock; 0 if the request
 *     does not say
 * @param text the request, usually JSON
 */
public record ShownRequest(
    String method,
    @Nullable String caller,
    @Nullable String replayedFrom,
    long sentAt,
    String text) {

  /** Reads any message. */
  public static ShownRequest of(byte[] message) {
    RequestMembers request = RequestMembers.of(Slice.of(message));
    if (request == null) {
      return new ShownRequest("", null, null, 0, text(message));
    }
    String method = request.text("method");
    return new ShownRequest(
        method == null ? "" : method,
        request.text("from"),
        request.text("replayedFrom"),
        request.number("sentAt"),
        masked(request));
  }

  private static String masked(RequestMembers request) {
    Map<String, String> masked = new LinkedHashMap<>();
    String id = request.text("id");
    if (id != null) {
      masked.put("id", RequestMembers.quoted(CallIds.forLog(id)));
    }
    String replyTo = request.text("replyTo");
    if (replyTo != null) {
      masked.put("replyTo", RequestMembers.quoted(new QueueName(replyTo).toString()));
    }
    return text(request.with(masked));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
