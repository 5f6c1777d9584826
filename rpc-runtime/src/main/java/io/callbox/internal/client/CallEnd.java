package io.callbox.internal.client;

import org.jspecify.annotations.Nullable;

/**
 * How a durable call has ended.
 *
 * @param <T> the result
 * @param value the result; null also if it failed
 * @param failure what it failed with: what its method declares, or an {@link
 *     io.callbox.rpc.RpcException}; null if it did not
 */
record CallEnd<T extends @Nullable Object>(@Nullable T value, @Nullable Throwable failure) {

  static <T extends @Nullable Object> CallEnd<T> failed(Throwable failure) {
    return new CallEnd<>(null, failure);
  }

  /** The result; what the call failed with is thrown as itself. */
  @SuppressWarnings("NullAway") // the result is null only where its method may give null
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
