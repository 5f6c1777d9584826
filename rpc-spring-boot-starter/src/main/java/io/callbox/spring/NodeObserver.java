package io.callbox.spring;

import io.callbox.node.RpcNode;

/** Hears of the application's node once it has started. */
interface NodeObserver {

  /** The node has started. */
  void started(RpcNode node);
}
