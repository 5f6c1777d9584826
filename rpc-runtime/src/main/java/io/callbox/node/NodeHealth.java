package io.callbox.node;

import java.util.List;

/**
 * The health of a node. Immutable.
 *
 * @param alive whether the node can recover by itself; if not, start a new node
 * @param ready whether the node takes requests and replies now
 * @param problems the reasons why it is not ready, one sentence each; empty if it is ready
 * @param warnings problems that do not affect readiness, one sentence each: durable calls that do
 *     not begin, for example
 */
public record NodeHealth(
    boolean alive, boolean ready, List<String> problems, List<String> warnings) {

  /** The health of a closed node. */
  static final NodeHealth CLOSED =
      new NodeHealth(false, false, List.of("the node is closed"), List.of());

  /** Copies the lists. */
  public NodeHealth {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** Returns the health of a node with these problems, all of which may be temporary. */
  static NodeHealth of(List<String> problems, List<String> warnings) {
    return new NodeHealth(true, problems.isEmpty(), problems, warnings);
  }
}
