package io.callbox.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The common parts of the methods of stubs. Generated stubs call them through {@link
 * MethodDescriptor}, whose methods need no type arguments, so the compiler has nothing to infer.
 */
public final class ClientCalls {

  private ClientCalls() {}

  /**
   * Calls and waits. An exception that {@code method} declares is thrown as itself, without being
   * declared here: the stub's own method declares it.
   *
   * @param <T> the result
   */
  public static <T extends @Nullable Object> T await(
      RpcChannel channel, MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    try {
      return channel.call(method, params, options);
    } catch (Exception failure) {
      throw ClientCalls.<RuntimeException>asItself(failure);
    }
  }

  /**
   * Calls without waiting.
   *
   * @param <T> the result
   */
  public static <T extends @Nullable Object> CompletableFuture<T> future(
      RpcChannel channel, MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return channel.callAsync(method, params, options);
  }

  /** Sends a one-way call, and waits until its queue holds it. */
  public static void send(
      RpcChannel channel, MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    channel.send(method, params, options);
  }

  /** Sends a one-way call without waiting for its queue. */
  public static CompletableFuture<@Nullable Void> sendFuture(
      RpcChannel channel, MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    return channel.sendAsync(method, params, options);
  }

  /**
   * Calls all providers.
   *
   * @param <T> the result of each
   */
  public static <T extends @Nullable Object> Replies<T> all(
      RpcChannel channel, MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return channel.callAll(method, params, options);
  }

  /**
   * Returns the items of a remote method; each subscription makes a call of its own.
   *
   * @param <T> an item
   */
  public static <T> Flow.Publisher<T> publisher(
      RpcChannel channel, MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return channel.stream(method, params, options);
  }

  /**
   * Calls, and waits for the first item or the end. A failure before the first item is thrown as
   * itself; a later one is thrown by the stream, a checked exception as the cause of a {@link
   * java.util.concurrent.CompletionException}. Close the stream unless you read it to its end.
   *
   * @param <T> an item
   */
  public static <T> Stream<T> stream(
      RpcChannel channel, MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    try {
      return BlockingItems.of(method, channel.stream(method, params, options));
    } catch (Exception failure) {
      throw ClientCalls.<RuntimeException>asItself(failure);
    }
  }

  /**
   * Throws a checked exception that an outer method declares, which the compiler cannot see here.
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E asItself(Exception failure) throws E {
    throw (E) failure;
  }
}
