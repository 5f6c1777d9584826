package io.callbox.node;

import java.util.List;

/**
 * How a node is. Immutable.
 *
 * @param alive whether it can recover by itself; a node that is not is to be started anew
 * @param ready whether it takes requests and replies now
 * @param problems why it is not ready, a sentence each; empty if it is
 */
public record NodeHealth(boolean alive, boolean ready, List<String> problems) {

  /** Of a node that has been closed. */
  static final NodeHealth CLOSED = new NodeHealth(false, false, List.of("the node is closed"));

  /** How a node is. */
  public NodeHealth {
    problems = List.copyOf(problems);
  }

  /** Of a node with these problems, all of which may pass. */
  static NodeHealth of(List<String> problems) {
    return new NodeHealth(true, problems.isEmpty(), problems);
  }
}
