package io.callbox.internal.client.call;

import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.push.RequestPushes;
import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.push.Unsent;
import io.callbox.internal.client.request.CallRequest;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls: registers each call before its push, repeats failed pushes that may be repeated, and
 * fails the other calls. Safe for use by many threads.
 */
public final class CallSender implements PendingCall.Sender {

  private final PendingCalls pending;
  private final Retries retries;
  private final RequestPushes pushes;
  private final CallCanceller canceller;
  private final CallbackExecutor callbacks;
  private final BrokerClock clock;

  private volatile ResultExplainer explainer = ResultExplainer.NONE;

  public CallSender(
      PendingCalls pending,
      Retries retries,
      RequestPushes pushes,
      CallCanceller canceller,
      CallbackExecutor callbacks,
      BrokerClock clock) {
    this.pending = pending;
    this.retries = retries;
    this.pushes = pushes;
    this.canceller = canceller;
    this.callbacks = callbacks;
    this.clock = clock;
  }

  /** Sets the explainer of unreadable results. Call it before the first call. */
  public void explainUnreadable(ResultExplainer newExplainer) {
    explainer = newExplainer;
  }

  /** Sends a call, and waits for its outcome. */
  public <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, Route route, CallRequest request) throws Exception {
    BlockingCall<T> call = new BlockingCall<>(method, route, request, this);
    start(call);
    return call.await(pending, canceller, clock);
  }

  /** Sends a call. Code that completes or cancels its future withdraws the call. */
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, Route route, CallRequest request) {
    AsyncCall<T> call = new AsyncCall<>(method, route, request, this);
    start(call);
    return call.future();
  }

  /** Withdraws a call whose future was ended by other code. */
  void givenUp(PendingCall call) {
    pending.remove(call, canceller::cancelled);
  }

  /**
   * Checks that the client is open.
   *
   * @throws RpcException {@code CANCELLED} if it is closed
   */
  public void requireOpen(MethodDescriptor<?> method) {
    pending.requireOpen(method);
  }

  CallbackExecutor callbacks() {
    return callbacks;
  }

  @Override
  public RpcException explained(PendingCall call, RpcException failure) {
    return explainer.explainedIfUnread(call.method, failure);
  }

  /**
   * Sends a call. Registers it first: the reply may come before the push is known to have
   * succeeded.
   *
   * @throws RpcException {@code CANCELLED} if the client is closed
   */
  public void start(PendingCall call) {
    pending.register(call);
    push(call);
  }

  private void push(PendingCall call) {
    call.attempts = call.attempts + 1;
    pushes.push(call.route, call);
  }

  @Override
  public void notPushed(PendingCall call, RpcException reason) {
    RpcException failure = call.route.oneOfAll() ? Unsent.toOneThatWasThere(reason) : reason;
    RpcException known = call.attemptFailed(failure);
    if (pending.contains(call) && retries.mayRetry(call, failure)) {
      retries.later(
          call,
          failure,
          () -> {
            if (pending.contains(call)) {
              push(call);
            }
          });
    } else {
      pending.fail(call, known);
    }
  }
}
