package io.callbox.spring;

import io.callbox.gateway.GatewayBuilder;

/**
 * Sets of the application's gateway what has no property. Beans of this type are applied in their
 * order, before it starts.
 *
 * <pre>{@code
 * @Bean
 * GatewayCustomizer gatewayLimits() {
 *   return gateway -> gateway.maxRequestsPerSecond(50);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface GatewayCustomizer {

  /** Sets what is to be set. */
  void customize(GatewayBuilder gateway);
}
