package io.callbox.gateway;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;

/** Gateways on the Redis and the namespace of a test. */
final class Gateways {

  private Gateways() {}

  static GatewayBuilder on(RedisServer redis, Namespace namespace) {
    return Gateway.builder().redis(redis.uri()).namespace(namespace.prefix().replace(":", ""));
  }
}
