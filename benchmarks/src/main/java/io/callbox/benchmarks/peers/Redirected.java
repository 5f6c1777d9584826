package io.callbox.benchmarks.peers;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A channel whose calls go to another service of the same methods.
 *
 * @param channel what carries them
 * @param service whom they go to
 */
record Redirected(RpcChannel channel, String service) implements RpcChannel {

  static RpcChannel to(String service, RpcChannel channel) {
    return service.isEmpty() ? channel : new Redirected(channel, service);
  }

  @Override
  public <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) throws Exception {
    return channel.call(moved(method), params, options);
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return channel.callAsync(moved(method), params, options);
  }

  @Override
  public void send(MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    channel.send(moved(method), params, options);
  }

  @Override
  public CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    return channel.sendAsync(moved(method), params, options);
  }

  @Override
  public RpcChannel waitForProvider() {
    return new Redirected(channel.waitForProvider(), service);
  }

  private <T extends @Nullable Object> MethodDescriptor<T> moved(MethodDescriptor<T> method) {
    return MethodDescriptor.named(service, method.name()).returning(method.resultReader());
  }
}
