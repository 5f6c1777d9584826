package io.callbox.registry;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for what the broker answers, and says so if it does not. */
final class Answer {

  private Answer() {}

  static <T extends @Nullable Object> T of(
      CompletionStage<T> asked, Duration bound, String complaint) {
    try {
      return asked.toCompletableFuture().get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RpcException(StatusCode.CANCELLED, "interrupted: " + complaint);
    } catch (ExecutionException | TimeoutException failure) {
      throw new RpcException(
          StatusCode.UNAVAILABLE, Executed.UNKNOWN, complaint + ": " + failure, failure);
    }
  }
}
