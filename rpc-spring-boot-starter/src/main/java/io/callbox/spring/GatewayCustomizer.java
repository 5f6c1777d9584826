package io.callbox.spring;

import io.callbox.gateway.GatewayBuilder;

/**
 * Sets options of the application's gateway that have no property. Beans of this type are applied
 * in their order, before the gateway starts.
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

  /** Sets options on the builder. */
  void customize(GatewayBuilder gateway);
}
