package io.callbox.spring;

import io.callbox.node.RpcNodeBuilder;
import io.callbox.transport.Transport;
import java.util.function.Function;
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
    return reach(node::transport, node::redis, node::redisson);
  }

  /**
   * Tells how to reach Redis: one of the three.
   *
   * @return what that one returns
   * @throws RedisUnknownException if nothing says where Redis is
   */
  <T> T reach(
      Function<Transport, T> byTransport,
      Function<String, T> byUri,
      Function<RedissonClient, T> byClient) {
    Transport transport = transports.getIfAvailable();
    if (transport != null) {
      return byTransport.apply(transport);
    }
    if (redis.uri() != null) {
      return byUri.apply(redis.uri());
    }
    RedissonClient client = clients.getIfAvailable();
    if (client != null) {
      return byClient.apply(client);
    }
    String uri =
        spring.orderedStream().flatMap(each -> each.uri().stream()).findFirst().orElse(null);
    if (uri == null) {
      throw new RedisUnknownException();
    }
    return byUri.apply(uri);
  }
}
