package io.callbox.registry;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what the broker answers, and says so if it does not. */
final class BrokerRequests {

  private BrokerRequests() {}

  /** What a question is answered; a transport that is closed may refuse it at once. */
  static <T extends @Nullable Object> T of(
      Supplier<CompletionStage<T>> question, Duration bound, String complaint) {
    try {
      return question.get().toCompletableFuture().get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RpcException(StatusCode.CANCELLED, "interrupted: " + complaint);
    } catch (ExecutionException failure) {
      throw unavailable(complaint, failure.getCause() == null ? failure : failure.getCause());
    } catch (RuntimeException | TimeoutException failure) {
      throw unavailable(complaint, failure);
    }
  }

  private static RpcException unavailable(String complaint, Throwable failure) {
    return new RpcException(
        StatusCode.UNAVAILABLE, Executed.UNKNOWN, complaint + ": " + failure, failure);
  }
}
