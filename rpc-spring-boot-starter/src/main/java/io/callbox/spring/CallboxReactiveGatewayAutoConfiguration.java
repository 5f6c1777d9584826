package io.callbox.spring;

import io.callbox.gateway.Gateway;
import io.callbox.gateway.GatewayHandler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Schedulers;

/**
 * Adds a gateway to the application's own reactive server (WebFlux), if {@code rpc-gateway} is
 * present and {@code callbox.gateway.path} is set: JSON-RPC, language models and the console.
 */
@AutoConfiguration(after = CallboxAutoConfiguration.class)
@ConditionalOnClass({Gateway.class, WebFilter.class, Schedulers.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBean(CurrentNode.class)
@ConditionalOnProperty("callbox.gateway.path")
@Import(GatewaySettingsConfiguration.class)
final class CallboxReactiveGatewayAutoConfiguration {

  @Bean
  GatewayLifecycle<GatewayHandler> callboxReactiveGatewayLifecycle(
      ApplicationContext context, GatewaySettings settings) {
    return new GatewayLifecycle<>(
        context,
        settings::mount,
        gateway -> new GatewayHandler(gateway, Schedulers.boundedElastic()::schedule));
  }

  @Bean
  GatewayFilter callboxGatewayFilter(
      GatewayLifecycle<GatewayHandler> gateway, GatewayProperties properties) {
    return new GatewayFilter(gateway, String.valueOf(properties.path()));
  }
}
