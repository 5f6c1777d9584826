package io.callbox.internal.server;

import java.util.List;

/**
 * Which other nodes serve a request of a service's queue better than this one. Safe for use by many
 * threads.
 */
public interface BetterProviders {

  /** There are none. */
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
   * Whether callers of a method that this node has are served better by others, as far as is known.
   * Asked for every request: must not wait.
   *
   * @param method {@code Service.method}
   */
  boolean areKnownFor(String method);

  /**
   * The ids of those that serve a method better, or at all, as of less than a second ago; in any
   * order. May ask the broker, and wait some seconds for its answer.
   *
   * @param service the service's wire name
   * @param method the method's wire name
   */
  List<String> of(String service, String method);

  /** What was seen before does not count any more. */
  void lookAgain();
}
