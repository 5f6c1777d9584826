package io.callbox.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Where calls start: a way to one node, or to whoever provides a service. Stubs are made of it.
 *
 * <p>Each call completes exactly once, with its result, with an exception that its method declares,
 * or with an {@link RpcException}; and within its timeout.
 *
 * <p>Safe for use by many threads. A channel has nothing to close: it ends with the node it is of.
 */
public interface RpcChannel {

  /**
   * Calls and waits. If the waiting thread is interrupted, the call ends with {@link
   * StatusCode#CANCELLED} and the thread's interrupt flag is set.
   *
   * @throws Exception an exception that {@code method} declares
   * @throws RpcException if the call fails for any other reason
   */
  <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) throws Exception;

  /**
   * Calls without waiting. The future completes on a thread of the node's; cancelling it gives the
   * call up. Does not throw: what fails, fails the future.
   *
   * <p>Functions that are hung on the future run on threads of the node's too, 256 at most at a
   * time. They may block, for a nested call say, without holding up the end of any call; but when
   * so many do, other functions wait, and the node's health says so.
   */
  <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options);

  /**
   * Sends a one-way call, and waits until its queue holds it.
   *
   * @throws RpcException if the queue did not take it
   */
  void send(MethodDescriptor<?> method, ParamsWriter params, CallOptions options);

  /** Sends a one-way call; the future completes when its queue holds it. Does not throw. */
  CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options);

  /**
   * Submits a durable call, and waits until Redis knows it. Channels that are no node's refuse.
   *
   * @throws RpcException {@code ALREADY_EXISTS} if the id is taken, by a call of another method or
   *     if the options say so; {@code RESOURCE_EXHAUSTED} if its queue is full; {@code UNAVAILABLE}
   *     if Redis does not answer: whether it knows the call is then unknown, and submitting it
   *     again under the same id does no harm
   */
  default <T extends @Nullable Object> CallHandle<T> submit(
      MethodDescriptor<T> method, ParamsWriter params, DurableOptions options) {
    throw new RpcException(StatusCode.UNIMPLEMENTED, method + ": no durable calls by this channel");
  }

  /** The durable call of an id, which need not be known: asks Redis nothing yet. */
  default <T extends @Nullable Object> CallHandle<T> attach(MethodDescriptor<T> method, String id) {
    throw new RpcException(StatusCode.UNIMPLEMENTED, method + ": no durable calls by this channel");
  }

  /**
   * Calls each provider that there is now, and returns as soon as the requests have been handed
   * over. A one-way call is a broadcast: a reply of it says that the inbox of its provider has
   * taken the request.
   *
   * @throws RpcException {@code UNAVAILABLE} if Redis does not say who is there; {@code
   *     INVALID_ARGUMENT} if the arguments cannot be encoded
   * @throws RpcException {@code UNIMPLEMENTED} if this is no channel to all
   */
  default <T extends @Nullable Object> Replies<T> callAll(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    String message = method + ": make the stub with node.channelToAll()";
    throw new RpcException(StatusCode.UNIMPLEMENTED, message);
  }

  /**
   * The items that a method gives. Each subscription is a call of its own, which begins when it is
   * made; cancelling it gives the call up. The arguments are written before this returns.
   *
   * <p>A subscriber gets an exception that {@code method} declares, or an {@link RpcException}; and
   * its signals on threads of the node's, 256 at most at a time for all of them. It may block them.
   * The timeout of the call, if its options or its method set one, is for the whole stream.
   *
   * @throws RpcException {@code INVALID_ARGUMENT} if the arguments cannot be encoded
   */
  default <T> Flow.Publisher<T> stream(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    throw new RpcException(StatusCode.UNIMPLEMENTED, method + ": no streams by this channel");
  }

  /**
   * A channel whose calls wait in their queue, within their timeout, while nobody serves it. Calls
   * of other channels are refused at once then, with {@link StatusCode#UNAVAILABLE}.
   */
  RpcChannel waitForProvider();
}
