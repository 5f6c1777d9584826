package io.callbox.internal.client.channel;

import io.callbox.internal.client.call.CallSender;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.callback.CallerContext;
import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.RequestFactory;
import io.callbox.internal.client.stream.StreamRequest;
import io.callbox.internal.wire.ByName;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Namespace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A channel that knows the route of each method's calls. */
final class QueueChannel implements RpcChannel {

  private final ClientParts parts;
  private final CallSender calls;
  private final RequestFactory requests;
  private final Function<MethodDescriptor<?>, Route> routeOf;
  private final @Nullable Consumer<CallTimes> listener;

  QueueChannel(
      ClientParts parts,
      Function<MethodDescriptor<?>, Route> routeOf,
      @Nullable Consumer<CallTimes> listener) {
    this.parts = parts;
    this.calls = parts.calls();
    this.requests = parts.requests();
    this.routeOf = routeOf;
    this.listener = listener;
  }

  /** Returns a channel to any provider of a method's service. */
  static QueueChannel toAny(ClientParts parts, Namespace namespace) {
    ByName<Route> routes =
        new ByName<>(service -> new Route(namespace.service(service), false, false));
    return new QueueChannel(parts, method -> routes.of(method.service()), null);
  }

  @Override
  public QueueChannel waitForProvider() {
    return new QueueChannel(parts, method -> routeOf.apply(method).waiting(), listener);
  }

  CallbackExecutor callbacks() {
    return parts.callbacks();
  }

  /** Returns the same channel, with a listener that receives the times of its calls. */
  QueueChannel telling(Consumer<CallTimes> newListener) {
    return new QueueChannel(parts, routeOf, newListener);
  }

  @Override
  public <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) throws Exception {
    return calls.call(
        method, routeOf.apply(method), requests.call(method, params, options, listener));
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    try {
      return calls.callAsync(
          method, routeOf.apply(method), requests.call(method, params, options, listener));
    } catch (RpcException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  @Override
  public <T> Flow.Publisher<T> stream(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    ParamsWriter written = WrittenParams.of(method, params);
    return subscriber -> stream(method, written, options, CallerContext.binder(), subscriber);
  }

  /** Makes a call for a stream; {@code around} binds the context of its subscriber to threads. */
  <T> void stream(
      MethodDescriptor<T> method,
      ParamsWriter params,
      CallOptions options,
      Supplier<CallContext.Scope> around,
      Flow.Subscriber<? super T> subscriber) {
    parts
        .streams()
        .open(
            new StreamRequest<>(method, routeOf.apply(method), params, options, listener, around),
            requests,
            subscriber);
  }

  @Override
  public void send(MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    parts.oneWay().send(method, routeOf.apply(method), params, options);
  }

  @Override
  public <T extends @Nullable Object> CallHandle<T> submit(
      MethodDescriptor<T> method, ParamsWriter params, DurableOptions options) {
    return parts.durable().submit(method, routeOf.apply(method).queue(), params, options);
  }

  @Override
  public <T extends @Nullable Object> CallHandle<T> attach(MethodDescriptor<T> method, String id) {
    return parts.durable().attach(method, routeOf.apply(method).queue(), id);
  }

  @Override
  public CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    try {
      return parts.oneWay().sendAsync(method, routeOf.apply(method), params, options);
    } catch (RpcException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }
}
