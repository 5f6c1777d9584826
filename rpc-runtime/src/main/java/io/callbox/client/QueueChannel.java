package io.callbox.client;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.transport.QueueName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A channel that knows for each method which queue its calls go to. */
final class QueueChannel implements RpcChannel {

  private final RpcClient client;
  private final Function<MethodDescriptor<?>, QueueName> queueOf;
  private final boolean waitForProvider;

  QueueChannel(
      RpcClient client, Function<MethodDescriptor<?>, QueueName> queueOf, boolean waitForProvider) {
    this.client = client;
    this.queueOf = queueOf;
    this.waitForProvider = waitForProvider;
  }

  @Override
  public RpcChannel waitForProvider() {
    return new QueueChannel(client, queueOf, true);
  }

  @Override
  public <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) throws Throwable {
    return client.call(method, route(method), params, options);
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return client.callAsync(method, route(method), params, options);
  }

  /** Waits no longer than the transport does: its pushes fail by themselves when Redis is away. */
  @Override
  public void send(MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    try {
      sendAsync(method, params, options).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RpcException refused ? refused : failure;
    }
  }

  @Override
  public CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    return client.sendOneWay(method, route(method), params, options);
  }

  private Route route(MethodDescriptor<?> method) {
    return new Route(queueOf.apply(method), waitForProvider);
  }
}
