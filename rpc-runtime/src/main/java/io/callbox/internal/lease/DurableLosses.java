package io.callbox.internal.lease;

import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.Worker;
import org.jspecify.annotations.Nullable;

/** Sees to the durable requests of workers that died, whose records say whether they have run. */
@FunctionalInterface
public interface DurableLosses {

  /**
   * Sees to a request if it is durable.
   *
   * @param dead who held it
   * @param reason why its worker has it no longer
   * @return what became of it; null if it is not durable, and nothing was done
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if the broker does not say that it is
   *     done
   */
  CallStore.@Nullable Recovered recover(Delivery held, Worker dead, String reason);
}
