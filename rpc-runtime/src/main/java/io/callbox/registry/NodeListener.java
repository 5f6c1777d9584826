package io.callbox.registry;

/**
 * Receives changes of the registry. The registry calls it on its own thread, one event after the
 * other, and logs exceptions.
 */
public interface NodeListener {

  /** Called when a node is running. */
  default void up(NodeInfo node) {}

  /**
   * Called when a node is gone: it was closed, or it sent no heartbeat for the time of its lease.
   */
  default void down(NodeInfo node) {}

  /** Called when a node has a different card than before, because it has restarted. */
  default void changed(NodeInfo before, NodeInfo now) {}
}
