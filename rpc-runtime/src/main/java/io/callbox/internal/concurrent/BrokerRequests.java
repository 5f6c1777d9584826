package io.callbox.internal.concurrent;

import io.callbox.internal.failure.EndedFuture;
import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the broker, and waits for its answers within a bound. */
public final class BrokerRequests {

  /** The bound for requests on which nothing else depends. */
  public static final Duration BOUND = Duration.ofSeconds(5);

  private BrokerRequests() {}

  /**
   * Sends a request. Does not wait.
   *
   * @param request sends the request; if a closed transport refuses it at once, the answer is this
   *     failure
   */
  public static <T extends @Nullable Object> CompletableFuture<T> sent(
      Supplier<? extends CompletionStage<T>> request) {
    try {
      return request.get().toCompletableFuture();
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /**
   * Returns the broker's answer to a request. Blocks; an interrupt ends the wait, and stays set.
   *
   * @param request sends the request; a closed transport may refuse it at once
   * @param bound the longest wait
   * @param problem the beginning of a failure's message
   * @throws RpcException with the status of the request's own failure; {@code UNAVAILABLE} if it
   *     has none or there is no answer in time; {@code CANCELLED} if interrupted
   */
  public static <T extends @Nullable Object> T await(
      Supplier<CompletionStage<T>> request, Duration bound, String problem) {
    try {
      return request.get().toCompletableFuture().get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RpcException(StatusCode.CANCELLED, "interrupted: " + problem);
    } catch (ExecutionException failure) {
      throw failed(problem, failure.getCause() == null ? failure : failure.getCause());
    } catch (RuntimeException | TimeoutException failure) {
      throw failed(problem, failure);
    }
  }

  /** Returns all answers to requests that have been sent; waits and fails as {@link #await}. */
  public static <T> List<T> awaitAll(
      List<CompletableFuture<T>> sent, Duration bound, String problem) {
    CompletableFuture<?>[] all = sent.toArray(CompletableFuture[]::new);
    await(() -> CompletableFuture.allOf(all), bound, problem);
    return sent.stream().map(EndedFuture::result).toList();
  }

  /**
   * Returns whether the broker has refused a request, and would again: something else is under its
   * keys, or a right is missing.
   */
  public static boolean isRefusedForGood(Throwable failure) {
    return StageFailure.cause(failure) instanceof RpcException refusal
        && (refusal.code() == StatusCode.INTERNAL
            || refusal.code() == StatusCode.PERMISSION_DENIED);
  }

  private static RpcException failed(String problem, Throwable failure) {
    if (failure instanceof RpcException known) {
      RpcException.Details details =
          new RpcException.Details(
              known.code(), known.executed(), known.retryable(), null, known.retryAfter());
      return new RpcException(details, problem + ": " + known.getMessage(), known);
    }
    return new RpcException(
        StatusCode.UNAVAILABLE, Executed.UNKNOWN, problem + ": " + failure, failure);
  }
}
