package io.callbox.registry;

/**
 * Hears who comes and goes. Called on one thread of the registry's, for one thing after the other;
 * what it throws is logged.
 */
public interface NodeListener {

  /** A node is there. */
  default void up(NodeInfo node) {}

  /** A node is gone: it was closed, or has given no sign of life for its lease. */
  default void down(NodeInfo node) {}

  /**
   * A node is there as before, but says something else of itself: it has started again in between.
   */
  default void changed(NodeInfo before, NodeInfo now) {}
}
