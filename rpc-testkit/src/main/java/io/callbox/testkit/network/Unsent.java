package io.callbox.testkit.network;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one node that is cut off. It would try again every half second of real time; in
 * lockstep they leave when it is back, or is gone and never finds out, each when its turn comes.
 * Safe for use by many threads.
 */
final class Unsent {

  private final NodeLink end;

  /** What sends them. The node's threads race with the test's, which lets the node back. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  Unsent(NodeLink end) {
    this.end = end;
    end.whenNotCutOff(this::leave);
  }

  /** Sends an answer, unless the node is cut off: then {@code turn} does so when it is back. */
  <T extends @Nullable Object> CompletionStage<T> send(
      Supplier<CompletionStage<T>> answer, Turn turn) {
    CompletableFuture<T> sent = new CompletableFuture<>();
    attempt(answer, turn, sent);
    return sent;
  }

  private <T extends @Nullable Object> void attempt(
      Supplier<CompletionStage<T>> answer, Turn turn, CompletableFuture<T> sent) {
    synchronized (waiting) {
      if (end.isCutOff()) {
        waiting.add(() -> turn.later(() -> attempt(answer, turn, sent)));
        return;
      }
    }
    pass(answer.get(), sent);
  }

  /** Lets a step happen when its turn comes. */
  interface Turn {
    void later(Runnable step);
  }

  /** Ends a future as a stage ends. */
  static <T extends @Nullable Object> void pass(CompletionStage<T> from, CompletableFuture<T> to) {
    from.whenComplete((done, failure) -> end(to, done, failure));
  }

  @SuppressWarnings("NullAway") // a stage without failure has its result, which may be null
  private static <T extends @Nullable Object> void end(
      CompletableFuture<T> sent, T done, @Nullable Throwable failure) {
    if (failure == null) {
      sent.complete(done);
    } else {
      sent.completeExceptionally(failure);
    }
  }

  private void leave() {
    synchronized (waiting) {
      while (!waiting.isEmpty()) {
        waiting.remove().run();
      }
    }
  }
}
