package io.callbox.spring;

import io.callbox.node.NodeHealth;
import io.callbox.node.RpcNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The readiness of the node: whether it takes requests and replies, and if not, the problems.
 * Immutable.
 *
 * @param details the details for a health endpoint: the node's id, the problems and the warnings
 */
record NodeReadiness(boolean ready, Map<String, Object> details) {

  /** Returns the current readiness. Sends no command. */
  static NodeReadiness of(CurrentNode current) {
    RpcNode node = current.orNull();
    if (node == null) {
      return new NodeReadiness(false, Map.of("problems", "the node does not run"));
    }
    NodeHealth health = node.health();
    Map<String, Object> details = new LinkedHashMap<>(Map.of("node", node.id()));
    if (!health.ready()) {
      details.put("problems", health.problems());
    }
    if (!health.warnings().isEmpty()) {
      details.put("warnings", health.warnings());
    }
    return new NodeReadiness(health.ready(), details);
  }
}
