package io.callbox.rpc;

import org.jspecify.annotations.Nullable;

/**
 * The common parts of the methods of durable stubs. Generated stubs call them through {@link
 * MethodDescriptor}, as with {@link ClientCalls}.
 */
public final class DurableCalls {

  private DurableCalls() {}

  /**
   * Submits a call, and waits until Redis knows it, unless the options say otherwise.
   *
   * @param <T> the result
   */
  public static <T extends @Nullable Object> CallHandle<T> submit(
      RpcChannel channel, MethodDescriptor<T> method, ParamsWriter params, DurableOptions options) {
    return channel.submit(method, params, options);
  }

  /**
   * Returns the handle of the call with this id, which need not be known.
   *
   * @param <T> the result
   */
  public static <T extends @Nullable Object> CallHandle<T> attach(
      RpcChannel channel, MethodDescriptor<T> method, String id) {
    return channel.attach(method, id);
  }
}
