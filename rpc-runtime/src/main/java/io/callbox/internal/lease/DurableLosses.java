package io.callbox.internal.lease;

import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.Worker;
import org.jspecify.annotations.Nullable;

/** Handles the durable requests of workers that died; their records say whether they have run. */
@FunctionalInterface
public interface DurableLosses {

  /**
   * Handles a request if it is durable.
   *
   * @param dead the worker that held it
   * @param reason why this worker no longer holds it
   * @return the result; null if the request is not durable, and nothing was done
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if the broker does not confirm the step
   */
  CallStore.@Nullable Recovered recover(Delivery held, Worker dead, String reason);
}
