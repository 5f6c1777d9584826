package io.callbox.spring;

import io.callbox.node.RpcNodeBuilder;
import io.callbox.transport.Transport;
import java.util.function.Function;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Finds the node's connection to Redis: a {@link Transport} bean, for example of a test in memory;
 * else {@code callbox.redis.uri}; else a {@link RedissonClient} bean; else Spring's own settings.
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
   * Sets the connection of a node.
   *
   * @throws RedisUnknownException if nothing says where Redis is
   */
  RpcNodeBuilder reachedBy(RpcNodeBuilder node) {
    return reach(node::transport, node::redis, node::redisson);
  }

  /**
   * Calls exactly one of the three functions.
   *
   * @return the result of this function
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
