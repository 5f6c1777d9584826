package io.callbox.spring;

import io.callbox.gateway.Gateway;
import io.callbox.gateway.GatewayBuilder;
import io.callbox.gateway.access.Authorizer;
import io.callbox.rpc.Interceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Builds the application's gateway from its properties and beans. */
final class GatewaySettings {

  private final GatewayProperties properties;
  private final @Nullable String namespace;
  private final RedisSource redis;
  private final GatewayAccess access;
  private final ObjectProvider<Authorizer> authorizers;
  private final ObjectProvider<Interceptor> interceptors;
  private final ObjectProvider<GatewayCustomizer> customizers;

  GatewaySettings(
      GatewayProperties properties,
      @Nullable String namespace,
      RedisSource redis,
      GatewayAccess access,
      ObjectProvider<Authorizer> authorizers,
      ObjectProvider<Interceptor> interceptors,
      ObjectProvider<GatewayCustomizer> customizers) {
    this.properties = properties;
    this.namespace = namespace;
    this.redis = redis;
    this.access = access;
    this.authorizers = authorizers;
    this.interceptors = interceptors;
    this.customizers = customizers;
  }

  /**
   * Starts a gateway that does not listen.
   *
   * @throws GatewayOpenException if nothing decides who has access
   */
  Gateway mount() {
    String path = String.valueOf(properties.path());
    GatewayBuilder gateway =
        Gateway.builder()
            .authenticator(access.authenticator(path, properties.tokens(), properties.local()))
            .timeout(properties.timeout());
    redis.reach(gateway::transport, gateway::redis, gateway::redisson);
    if (namespace != null) {
      gateway.namespace(namespace);
    }
    if (!properties.expose().isEmpty()) {
      gateway.expose(properties.expose().toArray(String[]::new));
    }
    properties.origins().forEach(gateway::allowOrigin);
    if (properties.allowActions()) {
      gateway.allowActions();
    }
    if (properties.maskPayloads()) {
      gateway.maskPayloads();
    }
    authorizers.ifAvailable(gateway::authorizer);
    interceptors.orderedStream().forEach(gateway::intercept);
    customizers.orderedStream().forEach(each -> each.customize(gateway));
    return gateway.mount();
  }
}
