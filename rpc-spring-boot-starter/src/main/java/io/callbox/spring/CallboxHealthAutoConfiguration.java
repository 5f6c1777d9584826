package io.callbox.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Adds the node to the application's health and readiness, in Spring Boot 4. */
@AutoConfiguration(
    after = CallboxAutoConfiguration.class,
    afterName =
        "org.springframework.boot.health.autoconfigure.actuate.endpoint"
            + ".AvailabilityProbesAutoConfiguration")
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(CurrentNode.class)
@ConditionalOnEnabledHealthIndicator(NodeHealthIndicator.NAME)
final class CallboxHealthAutoConfiguration {

  @Bean(NodeHealthIndicator.NAME + "HealthIndicator")
  NodeHealthIndicator callboxHealthIndicator(CurrentNode node) {
    return new NodeHealthIndicator(node);
  }

  /** Applies if an endpoint shows health by groups. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.endpoint.SecurityContext")
  static final class Readiness {

    /** Runs after Boot has made the group, which it does last. */
    @Bean
    @Order
    static HealthEndpointGroupsPostProcessor callboxReadiness() {
      return ReadinessGroup::in;
    }
  }
}
