package io.callbox.internal.client;

import io.callbox.rpc.CallContext;
import io.callbox.transport.CallRecord;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Futures of what becomes of durable calls. What their callers hang on them runs as it does for
 * other calls.
 *
 * @param callbacks runs it
 */
record OutcomeFutures(CallbackExecutor callbacks) {

  /**
   * Decodes the end of a call. Throws nothing.
   *
   * @param <T> the result
   */
  interface Decoder<T extends @Nullable Object> {

    /** From its record, null if it is not known; or from why that is not known. */
    CallEnd<T> decode(@Nullable CallRecord record, @Nullable Throwable unread);
  }

  /** A future of the outcome, whose functions run as those of other calls do. */
  <T extends @Nullable Object> CompletableFuture<T> of(OutcomeWait ending, Decoder<T> decoder) {
    CallFuture<T> future = new WatchedFuture<>(callbacks, ending::forget);
    Supplier<CallContext.Scope> around = AsyncCall.asCaller();
    ending
        .end()
        .whenComplete(
            (record, failure) ->
                callbacks.complete(around, () -> end(future, decoder.decode(record, failure))));
    return future;
  }

  /** A future that completes with a value when a step is done, or fails as it does. */
  <T> CompletableFuture<T> of(CompletableFuture<?> step, T value) {
    CallFuture<T> future = new CallFuture<>(callbacks);
    Supplier<CallContext.Scope> around = AsyncCall.asCaller();
    step.whenComplete(
        (done, failure) ->
            callbacks.complete(
                around, () -> end(future, new CallEnd<>(failure == null ? value : null, failure))));
    return future;
  }

  private static <T extends @Nullable Object> void end(CallFuture<T> future, CallEnd<T> end) {
    if (end.failure() == null) {
      future.end(end.value());
    } else {
      future.fail(end.failure());
    }
  }
}
