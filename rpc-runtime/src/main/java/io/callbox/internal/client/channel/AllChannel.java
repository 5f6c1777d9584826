package io.callbox.internal.client.channel;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A channel to all providers of a service. It reads the providers once, and sends a request to each
 * without waiting for the others. It writes the arguments once. Interceptors see one call for each
 * provider.
 *
 * <p>It refuses calls of stubs that expect one response. Safe for use by many threads.
 */
final class AllChannel implements RpcChannel {

  private final ClientChannels channels;
  private final ClientParts parts;
  private final Function<String, List<String>> providers;

  /**
   * Creates a channel of a client.
   *
   * @param channels makes the channel to each provider
   * @param providers returns the ids of the nodes that provide a service
   */
  AllChannel(ClientChannels channels, ClientParts parts, Function<String, List<String>> providers) {
    this.channels = channels;
    this.parts = parts;
    this.providers = providers;
  }

  @Override
  public <T extends @Nullable Object> Replies<T> callAll(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    parts.calls().requireOpen(method);
    ParamsWriter written = WrittenParams.of(method, params);
    Map<String, CompletableFuture<T>> calls = new LinkedHashMap<>();
    for (String node : providers.apply(method.service())) {
      RpcChannel one = channels.toOneOfAll(node);
      calls.put(
          node,
          method.oneWay()
              ? sent(one, method, written, options)
              : one.callAsync(method, written, options));
    }
    return new Replies<>(
        method, calls, parts.requests().timeout(method, options), AdaptiveExecutor::release);
  }

  /** Sends a call without a reply; its result is always null. */
  @SuppressWarnings({"unchecked", "NullAway"})
  private static <T extends @Nullable Object> CompletableFuture<T> sent(
      RpcChannel one, MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return (CompletableFuture<T>) one.sendAsync(method, params, options);
  }

  @Override
  public <T> Flow.Publisher<T> stream(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    throw manyAnswers(method);
  }

  @Override
  public <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    throw manyAnswers(method);
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return CompletableFuture.failedFuture(manyAnswers(method));
  }

  @Override
  public void send(MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    throw manyAnswers(method);
  }

  @Override
  public CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    return CompletableFuture.failedFuture(manyAnswers(method));
  }

  /** Returns this channel: it calls the providers that are there, and does not wait for others. */
  @Override
  public AllChannel waitForProvider() {
    return this;
  }

  private static IllegalStateException manyAnswers(MethodDescriptor<?> method) {
    return new IllegalStateException(
        method + " goes to all providers on this channel: call it through the AllStub");
  }
}
