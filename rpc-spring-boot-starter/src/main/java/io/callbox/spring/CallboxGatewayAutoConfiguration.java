package io.callbox.spring;

import io.callbox.gateway.Gateway;
import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Authorizer;
import io.callbox.rpc.Interceptor;
import jakarta.servlet.Servlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Adds a gateway to the application's own web server, if {@code rpc-gateway} is present and {@code
 * callbox.gateway.path} is set: JSON-RPC, language models and the console.
 */
@AutoConfiguration(after = CallboxAutoConfiguration.class)
@ConditionalOnClass({Gateway.class, Servlet.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(CurrentNode.class)
@ConditionalOnProperty("callbox.gateway.path")
@EnableConfigurationProperties(GatewayProperties.class)
final class CallboxGatewayAutoConfiguration {

  @Bean
  GatewaySettings callboxGatewaySettings(
      GatewayProperties properties,
      CallboxProperties application,
      ApplicationContext context,
      RedisSource redis,
      ObjectProvider<Authenticator> authenticators,
      ObjectProvider<Authorizer> authorizers,
      ObjectProvider<Interceptor> interceptors,
      ObjectProvider<GatewayCustomizer> customizers) {
    GatewayAccess access = new GatewayAccess(context, authenticators);
    return new GatewaySettings(
        properties, application.namespace(), redis, access, authorizers, interceptors, customizers);
  }

  @Bean
  GatewayLifecycle callboxGatewayLifecycle(ApplicationContext context, GatewaySettings settings) {
    return new GatewayLifecycle(context, settings::mount);
  }

  @Bean
  ServletRegistrationBean<GatewayEntry> callboxGatewayServlet(
      GatewayLifecycle gateway, GatewayProperties properties) {
    ServletRegistrationBean<GatewayEntry> servlet =
        new ServletRegistrationBean<>(new GatewayEntry(gateway), properties.path() + "/*");
    servlet.setName("callbox");
    return servlet;
  }
}
