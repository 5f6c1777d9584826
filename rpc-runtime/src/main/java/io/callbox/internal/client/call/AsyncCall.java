package io.callbox.internal.client.call;

import io.callbox.internal.client.callback.CallFuture;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.callback.CallerContext;
import io.callbox.internal.client.callback.WatchedFuture;
import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.CallRequest;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call whose caller holds a future. A thread of {@link CallbackExecutor} decodes the reply and
 * completes the future, so callbacks never run on the thread of the reply loop.
 */
public final class AsyncCall<T extends @Nullable Object> extends PendingCall
    implements WatchedFuture.Owner, Runnable {

  private final MethodDescriptor<T> typed;
  private final CallSender calls;
  private final Supplier<CallContext.Scope> around = CallerContext.binder();
  private final CallFuture<T> future;

  /** Set before the call is handed to the thread that ends it. */
  private @Nullable Slice response;

  AsyncCall(MethodDescriptor<T> method, Route route, CallRequest request, CallSender calls) {
    super(method, route, request, calls);
    this.typed = method;
    this.calls = calls;
    this.future = new WatchedFuture<>(calls.callbacks(), this);
  }

  /** Withdraws the call. */
  @Override
  public void givenUp() {
    calls.givenUp(this);
  }

  CallFuture<T> future() {
    return future;
  }

  @Override
  public void answered(Slice newResponse) {
    response = newResponse;
    calls.callbacks().complete(around, this);
  }

  /** Does the same, but leaves the end to the caller, which arranges a call of {@link #endHere}. */
  void answeredWithOthers(Slice newResponse) {
    response = newResponse;
  }

  /** Ends the answered call at once: the calling thread is one of {@link CallbackExecutor}. */
  void endHere() {
    calls.callbacks().completeHere(around, this);
  }

  @Override
  protected void failed(RpcException failure) {
    calls.callbacks().complete(around, () -> future.fail(failure));
  }

  /** Completes the future of the answered call. */
  @Override
  public void run() {
    Slice read = Objects.requireNonNull(response);
    response = null; // a kept future must not keep the responses of other calls
    T result;
    try {
      result = result(read, typed);
    } catch (Exception | Error failure) { // the failure is for the holder of the future
      future.fail(failure);
      return;
    }
    future.end(result);
  }
}
