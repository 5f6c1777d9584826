package io.callbox.internal.lease;

import io.callbox.rpc.RpcException;
import io.callbox.transport.NodeStore;

/** A node's own card in the registry, as its heartbeat keeps it. Used by one thread at a time. */
public interface NodeCard {

  /**
   * Puts the card up.
   *
   * @throws IllegalStateException if another process runs under the node's id
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  void start();

  /**
   * Renews the card, and says how things stand.
   *
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  NodeStore.JoinResult renew();

  /** Whether what the broker knows of others is to be believed. To be asked after a renewal. */
  boolean isSteady();
}
