package io.callbox.internal.server.dispatch;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Knows which other nodes serve a request of a service's queue better than this node. Safe for use
 * by many threads.
 */
public interface BetterProviders {

  /** There are no better providers. */
  BetterProviders NONE =
      new BetterProviders() {
        @Override
        public void listen(Consumer<Set<String>> methods) {}

        @Override
        public List<String> of(String service, String method) {
          return List.of();
        }

        @Override
        public void lookAgain() {}
      };

  /**
   * Sets a listener. It is called whenever the set of methods changes that other nodes serve
   * better, as far as is known. So no request need ask.
   *
   * @param methods receives all of them, each {@code Service.method}; must be short
   */
  void listen(Consumer<Set<String>> methods);

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
