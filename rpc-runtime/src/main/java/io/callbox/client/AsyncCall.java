package io.callbox.client;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.wire.ResponseReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A call whose caller holds a future. The reply is decoded, and the future completed, by an
 * executor: what callers hang on their futures never runs on the reply loop.
 */
final class AsyncCall<T extends @Nullable Object> extends PendingCall {

  private final MethodDescriptor<T> typed;
  private final Executor executor;
  private final @Nullable CallContext caller = CallContext.current();
  private final CompletableFuture<T> future = new CompletableFuture<>();

  AsyncCall(MethodDescriptor<T> method, Route route, Sent sent, Executor executor) {
    super(method, route, sent);
    this.typed = method;
    this.executor = executor;
  }

  CompletableFuture<T> future() {
    return future;
  }

  @Override
  void answered(byte[] response) {
    executor.execute(() -> asCaller(() -> complete(response)));
  }

  @Override
  void failed(RpcException failure) {
    executor.execute(() -> asCaller(() -> future.completeExceptionally(failure)));
  }

  /** What the caller hung on its future makes nested calls as the caller itself would. */
  private void asCaller(Runnable completion) {
    if (caller == null) {
      completion.run();
      return;
    }
    CallContext.Scope scope = caller.attach();
    try {
      completion.run();
    } finally {
      scope.close();
    }
  }

  private void complete(byte[] response) {
    T result;
    try {
      result = ResponseReader.read(response, typed, listener);
    } catch (
        Throwable failure) { // whatever the call ended with belongs to whoever holds the future
      future.completeExceptionally(failure);
      return;
    }
    future.complete(result);
  }
}
