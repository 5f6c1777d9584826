package io.callbox.rpc;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The one line that each method of a generated stub consists of. */
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
    } catch (Throwable failure) {
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
   * Lets a checked exception pass where the compiler cannot see that it is declared further out.
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asItself(Throwable failure) throws E {
    throw (E) failure;
  }
}
