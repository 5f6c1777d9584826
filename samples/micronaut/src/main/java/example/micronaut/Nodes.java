package example.micronaut;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** The application's node, and where the calls of its stubs start. */
@Factory
final class Nodes {

  @Singleton
  @Bean(preDestroy = "close")
  RpcNode node(@Value("${callbox.redis.uri}") String redis) {
    return RpcNode.builder("shop").redis(redis).start();
  }

  @Singleton
  RpcChannel channel(RpcNode node) {
    return node.channelToAny();
  }
}
