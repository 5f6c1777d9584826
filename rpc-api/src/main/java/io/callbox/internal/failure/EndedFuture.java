package io.callbox.internal.failure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Reads a future that has ended, where a wait would be a mistake. */
public final class EndedFuture {

  private EndedFuture() {}

  /**
   * Returns the result. Does not wait.
   *
   * @throws CompletionException if the future has failed
   * @throws IllegalStateException if it has not ended
   */
  public static <T extends @Nullable Object> T result(CompletableFuture<T> future) {
    if (!future.isDone()) {
      throw new IllegalStateException("the future has not ended");
    }
    return future.join();
  }
}
