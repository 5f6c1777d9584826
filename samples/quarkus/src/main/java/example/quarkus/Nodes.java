package example.quarkus;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The application's node, and where the calls of its stubs start. */
final class Nodes {

  @Produces
  @Singleton
  @Startup
  RpcNode node(@ConfigProperty(name = "callbox.redis.uri") String redis) {
    return RpcNode.builder("shop").redis(redis).start();
  }

  void close(@Disposes RpcNode node) {
    node.close();
  }

  @Produces
  @Singleton
  RpcChannel channel(RpcNode node) {
    return node.channelToAny();
  }
}
