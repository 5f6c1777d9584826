package io.callbox.internal.client;

import io.callbox.internal.wire.ResponseReader;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call whose caller holds a future. A thread of {@link CallbackExecutor} decodes the reply and
 * completes the future, so callbacks never run on the thread of the reply loop.
 */
final class AsyncCall<T extends @Nullable Object> extends PendingCall implements Runnable {

  private final MethodDescriptor<T> typed;
  private final CallSender calls;
  private final Supplier<CallContext.Scope> around = asCaller();
  private final CallFuture<T> future;

  AsyncCall(MethodDescriptor<T> method, Route route, Sent sent, CallSender calls) {
    super(method, route, sent, calls);
    this.typed = method;
    this.calls = calls;
    this.future = new CallFuture<>(calls.callbacks());
    future.atOthersEnd(this);
  }

  /** Withdraws the call, because other code has ended its future. */
  @Override
  public void run() {
    calls.givenUp(this);
  }

  CallFuture<T> future() {
    return future;
  }

  @Override
  void answered(Slice response) {
    calls.callbacks().complete(around, () -> complete(response));
  }

  /** Does the same at once: the calling thread is one of {@link CallbackExecutor}. */
  void endHere(Slice response) {
    calls.callbacks().completeHere(around, () -> complete(response));
  }

  @Override
  void failed(RpcException failure) {
    calls.callbacks().complete(around, () -> future.fail(failure));
  }

  /** Callbacks make nested calls in the caller's own context. */
  static Supplier<CallContext.Scope> asCaller() {
    CallContext caller = CallContext.current();
    return caller == null ? () -> CallContext.Scope.NONE : caller::attach;
  }

  private void complete(Slice response) {
    T result;
    try {
      result = ResponseReader.read(response, typed, listener);
    } catch (RpcException failure) {
      future.completeExceptionally(calls.explainer().explainedIfUnread(typed, failure));
      return;
    } catch (Exception | Error failure) { // what the call ended with is for who holds the future
      future.fail(failure);
      return;
    }
    future.end(result);
  }
}
