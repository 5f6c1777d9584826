package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.RequestHead;
import io.callbox.internal.gateway.http.Front.Admission;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The gateway for servers that read and write without blocking, on few threads that nobody may
 * block: whatever may take a while runs on other threads. Safe for use by many threads.
 */
public final class FlowDoor {

  private final Front front;
  private final Duration patience;
  private final Executor executor;

  /**
   * Creates it; it gives up a body that takes longer than {@code patience}.
   *
   * @param executor runs what may take a while
   */
  public FlowDoor(Front front, Duration patience, Executor executor) {
    this.front = front;
    this.patience = patience;
    this.executor = executor;
  }

  /**
   * Answers a request.
   *
   * @param query the query of its URI, not decoded; null if there is none
   * @param body its body, which is read once if the request is admitted
   * @return cancel it if the client goes before it has an answer
   */
  public CompletableFuture<FlowReply> answer(
      RequestHead head, @Nullable String query, Flow.Publisher<ByteBuffer> body) {
    CompletableFuture<FlowReply> reply = new CompletableFuture<>();
    try {
      executor.execute(() -> begin(head, query, body, reply));
    } catch (RejectedExecutionException full) {
      Answer busy =
          Answer.refusal(503, StatusCode.RESOURCE_EXHAUSTED, "too many requests are under way");
      reply.complete(FlowReply.of(head.method(), busy.with("Retry-After", "1")));
    }
    return reply;
  }

  private void begin(
      RequestHead head,
      @Nullable String query,
      Flow.Publisher<ByteBuffer> body,
      CompletableFuture<FlowReply> reply) {
    try {
      Admission admission = front.admit(head);
      if (admission instanceof Admission.Refused refused) {
        reply.complete(FlowReply.of(head.method(), refused.answer()));
      } else if (admission instanceof Admission.Admitted admitted) {
        read(admitted, query, body, reply);
      }
    } catch (RuntimeException mistake) {
      reply.completeExceptionally(mistake);
    }
  }

  private void read(
      Admission.Admitted admitted,
      @Nullable String query,
      Flow.Publisher<ByteBuffer> body,
      CompletableFuture<FlowReply> reply) {
    FlowBody reading = new FlowBody(front.mostBytes());
    reply.whenComplete((known, failure) -> reading.whole.cancel(true));
    reading
        .whole
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (bytes, failure) -> {
              try {
                executor.execute(() -> end(admitted, query, bytes, failure, reply));
              } catch (RejectedExecutionException full) {
                end(admitted, query, bytes, new UncheckedIOException(new IOException(full)), reply);
              }
            });
    body.subscribe(reading);
  }

  private void end(
      Admission.Admitted admitted,
      @Nullable String query,
      byte @Nullable [] bytes,
      @Nullable Throwable failure,
      CompletableFuture<FlowReply> reply) {
    String method = admitted.head().method();
    if (bytes == null || failure != null) {
      Throwable why = failure == null ? new IOException("there is no body") : failure;
      reply.complete(FlowReply.of(method, front.withoutBody(admitted, why)));
      return;
    }
    CompletableFuture<Void> gone = new CompletableFuture<>();
    reply.whenComplete(
        (known, ended) -> {
          if (reply.isCancelled()) {
            gone.complete(null);
          }
        });
    front
        .answer(admitted, QueryText.parameters(query), bytes, gone)
        .thenApply(answer -> FlowReply.of(method, answer))
        .whenComplete(
            (answer, mistake) -> {
              if (mistake == null) {
                reply.complete(answer);
              } else {
                reply.completeExceptionally(mistake);
              }
            });
  }
}
