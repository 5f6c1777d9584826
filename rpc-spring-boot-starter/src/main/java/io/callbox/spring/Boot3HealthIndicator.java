package io.callbox.spring;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The counterpart of {@link NodeHealthIndicator} in Spring Boot 3. */
final class Boot3HealthIndicator implements HealthIndicator {

  private final CurrentNode current;

  Boot3HealthIndicator(CurrentNode current) {
    this.current = current;
  }

  @Override
  public Health health() {
    NodeReadiness node = NodeReadiness.of(current);
    Health.Builder builder = node.ready() ? Health.up() : Health.outOfService();
    return builder.withDetails(node.details()).build();
  }
}
