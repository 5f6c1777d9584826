package io.callbox.spring;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The node's health: up if it takes requests and replies, otherwise out of service, with the
 * problems. Sends no command. Safe for use by many threads.
 */
final class NodeHealthIndicator implements HealthIndicator {

  static final String NAME = "callbox";

  private final CurrentNode current;

  NodeHealthIndicator(CurrentNode current) {
    this.current = current;
  }

  @Override
  public Health health() {
    NodeReadiness node = NodeReadiness.of(current);
    Health.Builder builder = node.ready() ? Health.up() : Health.outOfService();
    return builder.withDetails(node.details()).build();
  }
}
