package io.callbox.spring;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.spring.CallboxProperties.Client;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The channel of an injected stub. Each call uses the application's current node and the settings
 * of {@code callbox.clients}. Safe for use by many threads.
 */
final class ClientChannel implements RpcChannel {

  private final CurrentNode node;
  private final Client client;
  private volatile @Nullable Way way; // a stale value only costs a thread another look

  ClientChannel(CurrentNode node, Client client) {
    this.node = node;
    this.client = client;
  }

  /** A channel and its node; after a restart of the context, the node is another one. */
  private record Way(RpcNode node, RpcChannel channel) {}

  @Override
  public <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) throws Exception {
    return channel().call(method, params, within(options));
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return later(channel -> channel.callAsync(method, params, within(options)));
  }

  @Override
  public void send(MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    channel().send(method, params, within(options));
  }

  @Override
  public CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    return later(channel -> channel.sendAsync(method, params, within(options)));
  }

  /**
   * Submits a durable call. The timeout of {@code callbox.clients} does not apply, because no
   * caller waits for these calls.
   */
  @Override
  public <T extends @Nullable Object> CallHandle<T> submit(
      MethodDescriptor<T> method, ParamsWriter params, DurableOptions options) {
    return channel().submit(method, params, options);
  }

  @Override
  public <T extends @Nullable Object> CallHandle<T> attach(MethodDescriptor<T> method, String id) {
    return channel().attach(method, id);
  }

  /** Calls every provider, even if {@code callbox.clients} names a node. */
  @Override
  public <T extends @Nullable Object> Replies<T> callAll(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return node.get().channelToAll().callAll(method, params, within(options));
  }

  /**
   * Makes a call for a stream. The timeout of {@code callbox.clients} does not apply: it is for one
   * response, and a stream may last for days.
   */
  @Override
  public <T> Flow.Publisher<T> stream(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return channel().stream(method, params, options);
  }

  @Override
  public RpcChannel waitForProvider() {
    return new ClientChannel(node, new Client(client.node(), client.timeout(), true));
  }

  private <T extends @Nullable Object> CompletableFuture<T> later(
      Function<RpcChannel, CompletableFuture<T>> call) {
    RpcChannel channel;
    try {
      channel = channel();
    } catch (RpcException notStarted) {
      return CompletableFuture.failedFuture(notStarted);
    }
    return call.apply(channel);
  }

  private CallOptions within(CallOptions options) {
    return options.timeout() == null && client.timeout() != null
        ? options.withTimeout(client.timeout())
        : options;
  }

  private RpcChannel channel() {
    RpcNode now = node.get();
    Way known = way;
    if (known == null || known.node != now) {
      known = new Way(now, channelOf(now));
      way = known;
    }
    return known.channel;
  }

  private RpcChannel channelOf(RpcNode now) {
    RpcChannel channel = client.node() == null ? now.channelToAny() : now.channelTo(client.node());
    return client.waitForProvider() ? channel.waitForProvider() : channel;
  }
}
