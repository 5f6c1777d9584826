package io.callbox.testkit.history;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Answers that are there only once they have been recorded. */
final class Recorded {

  private Recorded() {}

  /**
   * Guard against race with whoever waits for the answer and then looks at what was recorded: a
   * future is done before those hear of it that listen to it. Who cancels what is returned cancels
   * the call.
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
