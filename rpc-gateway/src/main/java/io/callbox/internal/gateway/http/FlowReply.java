package io.callbox.internal.gateway.http;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * An answer for servers that read and write without blocking. Immutable.
 *
 * @param status the HTTP status
 * @param headers all headers, one value for each name
 * @param events whether the body comes in parts, each of which must leave at once
 * @param body the body, for one subscriber; begins when it subscribes
 */
public record FlowReply(
    int status, Map<String, String> headers, boolean events, Flow.Publisher<ByteBuffer> body) {

  /** The reply for an answer to a request of this HTTP method. */
  static FlowReply of(String method, Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>(Answer.ALWAYS);
    headers.putAll(answer.headers());
    if (answer instanceof Answer.Events events) {
      headers.put("Content-Type", "text/event-stream");
      return new FlowReply(answer.status(), headers, true, published(events.feed()));
    }
    byte[] body = ((Answer.Whole) answer).body();
    headers.put("Content-Length", Integer.toString(body.length));
    byte[] sent = method.equals("HEAD") ? new byte[0] : body;
    FlowOutlet outlet =
        new FlowOutlet(out -> out.write(sent, true, () -> {}, gone -> {}), gone -> {});
    return new FlowReply(answer.status(), headers, false, outlet);
  }

  private static Flow.Publisher<ByteBuffer> published(Answer.Feed feed) {
    Reader reader = new Reader();
    return new FlowOutlet(
        outlet -> reader.open(new QueuedEvents(outlet, ended -> {}, () -> {}), feed), reader::left);
  }

  /** Tells the events when their reader leaves, which may be before they are open. */
  private static final class Reader {

    private final CompletableFuture<QueuedEvents> events = new CompletableFuture<>();

    void open(QueuedEvents queued, Answer.Feed feed) {
      queued.open(feed);
      events.complete(queued);
    }

    void left(Throwable why) {
      events.thenAccept(each -> each.leave(why));
    }
  }
}
