package io.callbox.spring;

import io.callbox.node.RpcNodeBuilder;
import io.callbox.transport.Transport;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;

/**
 * How the node reaches Redis: a {@link Transport} bean, which a test in memory has; else {@code
 * callbox.redis.uri}; else a {@link RedissonClient} bean; else what Spring knows of Redis.
 */
final class RedisSource {

  private final CallboxProperties.Redis redis;
  private final ObjectProvider<Transport> transports;
  private final ObjectProvider<RedissonClient> clients;
  private final ObjectProvider<SpringRedis> spring;

  RedisSource(
      CallboxProperties.Redis redis,
      ObjectProvider<Transport> transports,
      ObjectProvider<RedissonClient> clients,
      ObjectProvider<SpringRedis> spring) {
    this.redis = redis;
    this.transports = transports;
    this.clients = clients;
    this.spring = spring;
  }

  /**
   * Tells a node how to reach Redis.
   *
   * @throws RedisUnknownException if nothing says where Redis is
   */
  RpcNodeBuilder reachedBy(RpcNodeBuilder node) {
    Transport transport = transports.getIfAvailable();
    if (transport != null) {
      return node.transport(transport);
    }
    if (redis.uri() != null) {
      return node.redis(redis.uri());
    }
    RedissonClient client = clients.getIfAvailable();
    if (client != null) {
      return node.redisson(client);
    }
    String uri =
        spring.orderedStream().flatMap(each -> each.uri().stream()).findFirst().orElse(null);
    if (uri == null) {
      throw new RedisUnknownException();
    }
    return node.redis(uri);
  }
}
