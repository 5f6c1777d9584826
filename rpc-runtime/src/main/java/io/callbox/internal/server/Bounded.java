package io.callbox.internal.server;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for what the broker answers, for a few seconds at most. */
final class Bounded {

  private static final long BOUND_SECONDS = 5;

  private Bounded() {}

  /**
   * The answer.
   *
   * @throws RpcException as the question failed; {@code UNAVAILABLE} if it is not answered in time
   */
  static <T extends @Nullable Object> T answer(CompletionStage<T> question) {
    try {
      return question
          .toCompletableFuture()
          .copy()
          .orTimeout(BOUND_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RpcException known) {
        throw known;
      }
      throw new RpcException(
          StatusCode.UNAVAILABLE, Executed.UNKNOWN, "no answer: " + failure.getCause(), failure);
    }
  }
}
