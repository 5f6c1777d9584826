package io.callbox.internal.client.durable;

import org.jspecify.annotations.Nullable;

/**
 * The end of a durable call.
 *
 * @param <T> the result
 * @param value the result; null also if it failed
 * @param failure its failure: an exception that its method declares, or an {@link
 *     io.callbox.rpc.RpcException}; null if it succeeded
 */
record CallEnd<T extends @Nullable Object>(@Nullable T value, @Nullable Throwable failure) {

  static <T extends @Nullable Object> CallEnd<T> failed(Throwable failure) {
    return new CallEnd<>(null, failure);
  }

  /** Returns the result, or throws the failure itself. */
  @SuppressWarnings("NullAway") // the result is null only if its method may return null
  T get() {
    if (failure != null) {
      throw CallEnd.<RuntimeException>asItself(failure);
    }
    return value;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asItself(Throwable failure) throws E {
    throw (E) failure;
  }
}
