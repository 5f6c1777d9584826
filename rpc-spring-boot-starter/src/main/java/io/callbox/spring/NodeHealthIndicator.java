package io.callbox.spring;

import io.callbox.node.NodeHealth;
import io.callbox.node.RpcNode;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The node's health: up if it takes requests and replies, and else out of service, with the
 * problems. Asks nobody. Safe for use by many threads.
 */
final class NodeHealthIndicator implements HealthIndicator {

  static final String NAME = "callbox";

  private final CurrentNode current;

  NodeHealthIndicator(CurrentNode current) {
    this.current = current;
  }

  @Override
  public Health health() {
    RpcNode node = current.orNull();
    if (node == null) {
      return Health.outOfService().withDetail("problems", "the node does not run").build();
    }
    NodeHealth health = node.health();
    Health.Builder builder = health.ready() ? Health.up() : Health.outOfService();
    builder.withDetail("node", node.id());
    return health.ready()
        ? builder.build()
        : builder.withDetail("problems", health.problems()).build();
  }
}
