package io.callbox.internal.lease;

import io.callbox.rpc.RpcException;
import io.callbox.transport.NodeStore;

/** A node's own card in the registry, for its heartbeat. Used by one thread at a time. */
public interface NodeCard {

  /**
   * Writes the card.
   *
   * @throws IllegalStateException if another process uses the node's id
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  void start();

  /**
   * Renews the card, and returns the result.
   *
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  NodeStore.JoinResult renew();

  /** Returns whether to believe what the broker says about other nodes. Call it after a renewal. */
  boolean isSteady();
}
