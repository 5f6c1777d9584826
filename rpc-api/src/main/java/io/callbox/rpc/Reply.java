package io.callbox.rpc;

import org.jspecify.annotations.Nullable;

/**
 * What one provider made of a call to all: its result, or why there is none. Immutable.
 *
 * @param node the id of the provider
 * @param value the result; null if the call failed, and where that is the result
 * @param failure an exception that the method declares, or an {@link RpcException}: {@code
 *     WORKER_LOST} for a provider that died before it answered; null if there is a result
 * @param <T> the result
 */
public record Reply<T extends @Nullable Object>(
    String node, @Nullable T value, @Nullable Throwable failure) {

  /** Whether the provider has answered with a result. */
  public boolean succeeded() {
    return failure == null;
  }
}
