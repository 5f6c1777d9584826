package io.callbox.testkit.history;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes answers that complete only after they are recorded. */
final class Recorded {

  private Recorded() {}

  /**
   * Guard against race with a thread that waits for the answer and then reads the record: a future
   * is done before its callbacks run. Cancelling the returned future cancels the call.
   */
  static <T extends @Nullable Object> CompletableFuture<T> of(
      CompletableFuture<T> answer, BiConsumer<@Nullable T, @Nullable Throwable> recorder) {
    CompletableFuture<T> recorded = new CompletableFuture<>();
    answer.whenComplete(
        (result, failure) -> {
          recorder.accept(result, failure);
          if (failure == null) {
            recorded.complete(result);
          } else {
            recorded.completeExceptionally(failure);
          }
        });
    recorded.whenComplete(
        (result, failure) -> {
          if (recorded.isCancelled()) {
            answer.cancel(true);
          }
        });
    return recorded;
  }
}
