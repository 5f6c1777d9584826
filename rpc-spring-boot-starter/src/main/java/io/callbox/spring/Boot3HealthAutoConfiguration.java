package io.callbox.spring;

import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Adds the node to the application's health and readiness, in Spring Boot 3. */
@AutoConfiguration(
    after = CallboxAutoConfiguration.class,
    afterName =
        "org.springframework.boot.actuate.autoconfigure.availability"
            + ".AvailabilityProbesAutoConfiguration")
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(CurrentNode.class)
@ConditionalOnEnabledHealthIndicator(NodeHealthIndicator.NAME)
final class Boot3HealthAutoConfiguration {

  @Bean(NodeHealthIndicator.NAME + "HealthIndicator")
  Boot3HealthIndicator callboxHealthIndicator(CurrentNode node) {
    return new Boot3HealthIndicator(node);
  }

  /** Applies if an endpoint shows health by groups. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.endpoint.SecurityContext")
  static final class Readiness {

    /** Runs after Boot has made the group, which it does last. */
    @Bean
    @Order
    static HealthEndpointGroupsPostProcessor callboxReadiness() {
      return Boot3ReadinessGroup::in;
    }
  }
}
