package io.callbox.spring;

import io.callbox.node.RpcNode;

/** Receives the application's node after its start. */
interface NodeObserver {

  /** The node has started. */
  void started(RpcNode node);
}
