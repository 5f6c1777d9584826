package io.callbox.spring;

import io.callbox.node.RpcNode;

/** Receives the application's node after its start. */
interface NodeObserver {

  /** Called when the node has started. */
  void started(RpcNode node);
}
