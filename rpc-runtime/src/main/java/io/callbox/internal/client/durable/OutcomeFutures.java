package io.callbox.internal.client.durable;

import io.callbox.internal.client.callback.CallFuture;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.callback.CallerContext;
import io.callbox.internal.client.callback.WatchedFuture;
import io.callbox.rpc.CallContext;
import io.callbox.transport.CallRecord;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Futures of the outcomes of durable calls. Callbacks on them run as those of other calls do.
 *
 * @param callbacks runs the callbacks
 */
record OutcomeFutures(CallbackExecutor callbacks) {

  /**
   * Decodes the end of a call. Throws nothing.
   *
   * @param <T> the result
   */
  interface Decoder<T extends @Nullable Object> {

    /** Decodes the record, null if the call is unknown; or the failure of the read. */
    CallEnd<T> decode(@Nullable CallRecord record, @Nullable Throwable unread);
  }

  /** Returns a future of the outcome. Its callbacks run as those of other calls do. */
  <T extends @Nullable Object> CompletableFuture<T> of(OutcomeWait ending, Decoder<T> decoder) {
    CallFuture<T> future = new WatchedFuture<>(callbacks, ending::forget);
    Supplier<CallContext.Scope> around = CallerContext.binder();
    ending
        .end()
        .whenComplete(
            (record, failure) ->
                callbacks.complete(around, () -> end(future, decoder.decode(record, failure))));
    return future;
  }

  /**
   * Returns a future that completes with a value when a step is done, or fails as the step does.
   */
  <T> CompletableFuture<T> of(CompletableFuture<?> step, T value) {
    CallFuture<T> future = new CallFuture<>(callbacks);
    Supplier<CallContext.Scope> around = CallerContext.binder();
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
