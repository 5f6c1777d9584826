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
 * A request as people may see it: without what its call can be answered or cancelled with, which is
 * for those alone who run it. Immutable.
 *
 * @param method {@code Service.method}; empty if it does not say
 * @param caller the node that calls; null if it does not say
 * @param replayedFrom the id of the dead letter that it was; null if it was none
 * @param sentAt when it was sent, in milliseconds of the broker's clock; 0 if it does not say
 * @param text the request, JSON as a rule
 */
public record ShownRequest(
    String method,
    @Nullable String caller,
    @Nullable String replayedFrom,
    long sentAt,
    String text) {

  /** Of any message. */
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
