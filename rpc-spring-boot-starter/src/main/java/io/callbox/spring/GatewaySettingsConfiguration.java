package io.callbox.spring;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Authorizer;
import io.callbox.rpc.Interceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of the application's gateway, whatever web server it has. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
final class GatewaySettingsConfiguration {

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
}
