package example.weld;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The application's node, and where the calls of its stubs start. */
final class Nodes {

  @Produces
  @Singleton
  RpcNode node() {
    return RpcNode.builder("shop").redis(System.getProperty("callbox.redis.uri")).start();
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
