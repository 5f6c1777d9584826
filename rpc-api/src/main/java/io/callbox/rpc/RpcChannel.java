package io.callbox.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls to one node, or to any provider of a service. Every stub has a channel.
 *
 * <p>Each call completes exactly once: with its result, with an exception that its method declares,
 * or with an {@link RpcException}. It completes within its timeout.
 *
 * <p>Safe for use by many threads. A channel needs no closing; it ends with its node.
 */
public interface RpcChannel {

  /**
   * Makes a call and waits for its result. If the waiting thread is interrupted, the call ends with
   * {@link StatusCode#CANCELLED} and the thread's interrupt flag is set.
   *
   * @throws Exception an exception that {@code method} declares
   * @throws RpcException if the call fails for any other reason
   */
  <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) throws Exception;

  /**
   * Makes a call without waiting. The future completes on a thread of the node. Cancelling the
   * future cancels the call. This method does not throw; every failure completes the future.
   *
   * <p>Callbacks of the future run on threads of the node too, at most 256 at a time. They may
   * block, for example in a nested call, without delaying the end of any call. If 256 of them
   * block, other callbacks wait, and the node's health reports it.
   */
  <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options);

  /**
   * Sends a one-way call, and waits until the request is in its queue.
   *
   * @throws RpcException if the queue did not accept it
   */
  void send(MethodDescriptor<?> method, ParamsWriter params, CallOptions options);

  /** Sends a one-way call; the future completes when its queue has it. Does not throw. */
  CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options);

  /**
   * Submits a durable call, and waits until Redis has it. Only channels of nodes support this.
   *
   * @throws RpcException {@code ALREADY_EXISTS} if the id is in use by a call of another method, or
   *     by any call if the options say so; {@code RESOURCE_EXHAUSTED} if its queue is full; {@code
   *     UNAVAILABLE} if Redis does not answer: Redis may have the call then, and it does no harm to
   *     submit it again with the same id
   */
  default <T extends @Nullable Object> CallHandle<T> submit(
      MethodDescriptor<T> method, ParamsWriter params, DurableOptions options) {
    throw new RpcException(StatusCode.UNIMPLEMENTED, method + ": no durable calls by this channel");
  }

  /** A handle of the durable call with this id, which may be unknown. Sends no command. */
  default <T extends @Nullable Object> CallHandle<T> attach(MethodDescriptor<T> method, String id) {
    throw new RpcException(StatusCode.UNIMPLEMENTED, method + ": no durable calls by this channel");
  }

  /**
   * Calls each provider that is registered now, and returns before they have answered. The reply of
   * a one-way call says that the inbox of the provider has the request.
   *
   * @throws RpcException {@code UNAVAILABLE} if the registry cannot be read; {@code
   *     INVALID_ARGUMENT} if the arguments cannot be encoded; {@code UNIMPLEMENTED} if this is not
   *     a channel to all providers
   */
  default <T extends @Nullable Object> Replies<T> callAll(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    String message = method + ": make the stub with node.channelToAll()";
    throw new RpcException(StatusCode.UNIMPLEMENTED, message);
  }

  /**
   * A publisher of the items that a method returns. Each subscription makes a separate call;
   * cancelling the subscription cancels the call. The arguments are encoded before this returns.
   *
   * <p>A subscriber fails with an exception that {@code method} declares, or with an {@link
   * RpcException}. It is called on threads of the node, at most 256 at a time for all subscribers,
   * and may block. The timeout, if the options or the method set one, is for the whole stream.
   *
   * @throws RpcException {@code INVALID_ARGUMENT} if the arguments cannot be encoded
   */
  default <T> Flow.Publisher<T> stream(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    throw new RpcException(StatusCode.UNIMPLEMENTED, method + ": no streams by this channel");
  }

  /**
   * A channel whose calls wait in their queue, within their timeout, if no node serves it. Calls of
   * other channels fail at once in that case, with {@link StatusCode#UNAVAILABLE}.
   */
  RpcChannel waitForProvider();
}
