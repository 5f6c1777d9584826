package io.callbox.internal.server;

import java.util.List;

/**
 * Knows which other nodes serve a request of a service's queue better than this node. Safe for use
 * by many threads.
 */
public interface BetterProviders {

  /** There are no better providers. */
  BetterProviders NONE =
      new BetterProviders() {
        @Override
        public boolean areKnownFor(String method) {
          return false;
        }

        @Override
        public List<String> of(String service, String method) {
          return List.of();
        }

        @Override
        public void lookAgain() {}
      };

  /**
   * Returns whether other nodes serve callers of this node's method better, as far as is known.
   * Called for every request: must not wait.
   *
   * @param method {@code Service.method}
   */
  boolean areKnownFor(String method);

  /**
   * Returns the ids of the nodes that serve a method better, or that serve it at all, in any order;
   * the answer is less than a second old. May ask the broker, and wait some seconds for its answer.
   *
   * @param service the service's wire name
   * @param method the method's wire name
   */
  List<String> of(String service, String method);

  /** Drops earlier answers. */
  void lookAgain();
}
