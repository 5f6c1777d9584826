package io.callbox.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of stubs consist of. Generated stubs get here through {@link MethodDescriptor},
 * whose methods take no type arguments that a compiler would have to infer.
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
   * The items of a remote method, for each subscriber by a call of its own.
   *
   * @param <T> an item
   */
  public static <T> Flow.Publisher<T> publisher(
      RpcChannel channel, MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return channel.stream(method, params, options);
  }

  /**
   * Calls, and waits for the first item or the end. What the call fails with before its first item
   * is thrown as itself; what it fails with later, out of the stream, a checked exception as the
   * cause of a {@link java.util.concurrent.CompletionException}. To be closed unless it is read to
   * its end.
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
   * Lets a checked exception pass where the compiler cannot see that it is declared further out.
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E asItself(Exception failure) throws E {
    throw (E) failure;
  }
}
