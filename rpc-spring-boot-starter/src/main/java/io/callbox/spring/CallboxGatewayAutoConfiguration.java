package io.callbox.spring;

import io.callbox.gateway.Gateway;
import io.callbox.gateway.GatewayServlet;
import jakarta.servlet.Servlet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Adds a gateway to the application's own servlet server, if {@code rpc-gateway} is present and
 * {@code callbox.gateway.path} is set: JSON-RPC, language models and the console.
 */
@AutoConfiguration(after = CallboxAutoConfiguration.class)
@ConditionalOnClass({Gateway.class, Servlet.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(CurrentNode.class)
@ConditionalOnProperty("callbox.gateway.path")
@Import(GatewaySettingsConfiguration.class)
final class CallboxGatewayAutoConfiguration {

  @Bean
  GatewayLifecycle<GatewayServlet> callboxGatewayLifecycle(
      ApplicationContext context, GatewaySettings settings) {
    return new GatewayLifecycle<>(context, settings::mount, GatewayServlet::new);
  }

  @Bean
  ServletRegistrationBean<GatewayEntry> callboxGatewayServlet(
      GatewayLifecycle<GatewayServlet> gateway, GatewayProperties properties) {
    ServletRegistrationBean<GatewayEntry> servlet =
        new ServletRegistrationBean<>(new GatewayEntry(gateway), properties.path() + "/*");
    servlet.setName("callbox");
    return servlet;
  }
}
