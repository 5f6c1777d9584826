package io.callbox.internal.client.call;

import io.callbox.internal.client.callback.CallFuture;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.callback.CallerContext;
import io.callbox.internal.client.push.OpenWaits;
import io.callbox.internal.client.push.RequestPushes;
import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.push.Unsent;
import io.callbox.internal.client.request.RequestFactory;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls that have no reply: they end when their queue has accepted them. Safe for use by many
 * threads.
 */
public final class OneWayCalls {

  private final PendingCalls pending;
  private final RequestFactory requests;
  private final RequestPushes pushes;
  private final CallbackExecutor callbacks;
  private final OpenWaits waits;

  public OneWayCalls(
      PendingCalls pending,
      RequestFactory requests,
      RequestPushes pushes,
      CallbackExecutor callbacks,
      OpenWaits waits) {
    this.pending = pending;
    this.requests = requests;
    this.pushes = pushes;
    this.callbacks = callbacks;
    this.waits = waits;
  }

  /** Sends a request, and waits until the queue has accepted it, within the timeout of the call. */
  public void send(
      MethodDescriptor<?> method, Route route, ParamsWriter params, CallOptions options) {
    long millis = requests.timeout(method, options).toMillis();
    Unsent.await(push(method, route, params, options), method, millis, "sent");
  }

  /**
   * Sends a request; the future completes when the queue has accepted it. Throws if the request is
   * refused before.
   */
  public CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, Route route, ParamsWriter params, CallOptions options) {
    CallFuture<@Nullable Void> future = new CallFuture<>(callbacks);
    Supplier<CallContext.Scope> around = CallerContext.binder();
    push(method, route, params, options)
        .whenComplete(
            (done, failure) -> callbacks.complete(around, () -> end(future, method, failure)));
    return future;
  }

  private CompletableFuture<@Nullable Void> push(
      MethodDescriptor<?> method, Route route, ParamsWriter params, CallOptions options) {
    pending.requireOpen(method);
    byte[] request = requests.notification(method, params, options);
    return waits.add(pushes.pushOneWay(route, request));
  }

  private static void end(
      CallFuture<@Nullable Void> future, MethodDescriptor<?> method, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(null);
    } else {
      future.completeExceptionally(Unsent.because(method, failure));
    }
  }
}
