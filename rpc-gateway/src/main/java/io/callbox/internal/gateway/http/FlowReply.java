package io.callbox.internal.gateway.http;

import io.callbox.internal.failure.StageFailure;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

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

  /**
   * Makes the reply from an answer to a request of this HTTP method.
   *
   * @param quiet the time without an event after which a stream sends a sign of life
   * @param executor opens and closes the feed of events, which the subscriber's threads must not
   *     do, and sends signs of life
   */
  static FlowReply of(String method, Answer answer, Duration quiet, Executor executor) {
    Map<String, String> headers = new LinkedHashMap<>(Answer.ALWAYS);
    headers.putAll(answer.headers());
    if (answer instanceof Answer.Events events) {
      headers.put("Content-Type", "text/event-stream");
      return new FlowReply(
          answer.status(), headers, true, published(events.feed(), quiet, executor));
    }
    byte[] body = ((Answer.Whole) answer).body();
    headers.put("Content-Length", Integer.toString(body.length));
    byte[] sent = method.equals("HEAD") ? new byte[0] : body;
    FlowOutlet outlet =
        new FlowOutlet(out -> out.write(sent, true, () -> {}, gone -> {}), gone -> {});
    return new FlowReply(answer.status(), headers, false, outlet);
  }

  private static Flow.Publisher<ByteBuffer> published(
      Answer.Feed feed, Duration quiet, Executor executor) {
    Reader reader = new Reader(feed, quiet, executor);
    return new FlowOutlet(reader::open, reader::left);
  }

  /** Notifies the events when their reader leaves, which may be before they are open. */
  private record Reader(
      Answer.Feed feed,
      Duration quiet,
      Executor executor,
      CompletableFuture<QueuedEvents> opening) {

    Reader(Answer.Feed feed, Duration quiet, Executor executor) {
      this(feed, quiet, executor, new CompletableFuture<>());
    }

    void open(FlowOutlet outlet) {
      QueuedEvents events =
          new QueuedEvents(
              handingOver(outlet), quiet, executor, why -> ended(outlet, why), () -> {});
      try {
        CompletableFuture.runAsync(() -> events.open(feed), executor)
            .whenComplete((done, mistake) -> opened(outlet, events, mistake));
      } catch (RejectedExecutionException full) {
        outlet.fail(full);
      }
    }

    private void opened(FlowOutlet outlet, QueuedEvents events, @Nullable Throwable mistake) {
      opening.complete(events);
      if (mistake != null) {
        outlet.fail(StageFailure.cause(mistake));
      }
    }

    private static void ended(FlowOutlet outlet, @Nullable Throwable why) {
      if (why != null) {
        outlet.fail(why);
      }
    }

    void left(Throwable why) {
      opening.thenAccept(events -> leave(events, why));
    }

    /**
     * Returns an outlet that passes writes to the executor. A write that waits when the subscriber
     * leaves fails on its thread, and closes the feed.
     */
    private Outlet handingOver(FlowOutlet outlet) {
      return (bytes, last, written, failed) ->
          outlet.write(bytes, last, written, why -> elsewhere(() -> failed.accept(why)));
    }

    private void leave(QueuedEvents events, Throwable why) {
      elsewhere(() -> events.leave(why));
    }

    private void elsewhere(Runnable end) {
      try {
        executor.execute(end);
      } catch (RejectedExecutionException full) {
        end.run(); // otherwise the events would never end
      }
    }
  }
}
