package io.callbox.rpc;

import org.jspecify.annotations.Nullable;

/**
 * The reply of one provider to a call to all: its result or its failure. Immutable.
 *
 * @param node the id of the provider
 * @param value the result; null if the call failed, or if the result is null
 * @param failure an exception that the method declares, or an {@link RpcException}: {@code
 *     WORKER_LOST} for a provider that died before it answered; null if there is a result
 * @param <T> the result
 */
public record Reply<T extends @Nullable Object>(
    String node, @Nullable T value, @Nullable Throwable failure) {

  /** Returns whether the provider has answered with a result. */
  public boolean succeeded() {
    return failure == null;
  }
}
