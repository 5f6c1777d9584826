package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.RequestHead;
import io.callbox.internal.failure.StageFailure;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The gateway for servers that read and write without blocking, on few threads that must not block:
 * steps that may take a while run on other threads. Safe for use by many threads.
 */
public final class FlowDoor {

  private final Front front;
  private final Duration patience;
  private final Executor executor;

  /**
   * Creates it; it gives up a body that takes longer than {@code patience}.
   *
   * @param executor runs steps that may take a while
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
      run(() -> begin(head, query, body, reply), reply);
    } catch (RejectedExecutionException full) {
      reply.complete(reply(head, front.busy(head)));
    }
    return reply;
  }

  private FlowReply reply(RequestHead head, Answer answer) {
    return FlowReply.of(head.method(), answer, Pulse.within(patience), executor);
  }

  /** Runs a step on another thread; the reply fails if the step does, even with an error. */
  private void run(Runnable step, CompletableFuture<FlowReply> reply) {
    CompletableFuture.runAsync(step, executor)
        .whenComplete(
            (done, mistake) -> {
              if (mistake != null) {
                reply.completeExceptionally(StageFailure.cause(mistake));
              }
            });
  }

  private void begin(
      RequestHead head,
      @Nullable String query,
      Flow.Publisher<ByteBuffer> body,
      CompletableFuture<FlowReply> reply) {
    Admission admission = front.admit(head);
    if (admission instanceof Admission.Refused refused) {
      reply.complete(reply(head, refused.answer()));
    } else if (admission instanceof Admission.Admitted admitted) {
      read(admitted, query, body, reply);
    }
  }

  private void read(
      Admission.Admitted admitted,
      @Nullable String query,
      Flow.Publisher<ByteBuffer> body,
      CompletableFuture<FlowReply> reply) {
    BoundedBody reading = new BoundedBody(front.mostBytes());
    reply.whenComplete((known, failure) -> reading.whole.cancel(true));
    reading
        .whole
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (bytes, failure) -> {
              try {
                run(() -> end(admitted, query, reading.whole, reply), reply);
              } catch (RejectedExecutionException full) {
                end(admitted, query, CompletableFuture.failedFuture(full), reply);
              }
            });
    body.subscribe(new FlowBody(reading));
  }

  private void end(
      Admission.Admitted admitted,
      @Nullable String query,
      CompletableFuture<byte[]> body,
      CompletableFuture<FlowReply> reply) {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    reply.whenComplete(
        (known, ended) -> {
          if (reply.isCancelled()) {
            gone.complete(null);
          }
        });
    front
        .answer(admitted, QueryText.parameters(query), body, gone)
        .thenApply(answer -> reply(admitted.head(), answer))
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
