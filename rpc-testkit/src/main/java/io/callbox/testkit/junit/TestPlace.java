package io.callbox.testkit.junit;

import io.callbox.node.RpcNode;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.redis.RedisBroker;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The nodes and keys of one test, or of all tests of a class.
 *
 * @param broker the Redis of its nodes
 * @param namespace its namespace, which no other test uses
 * @param nodes its nodes
 */
record TestPlace(RedisBroker broker, String namespace, Nodes nodes) implements AutoCloseable {

  static TestPlace on(RedisBroker broker) {
    String number = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    String namespace = "test-" + number;
    Nodes nodes = new Nodes(id -> broker.reachedBy(RpcNode.builder(id).namespace(namespace)));
    return new TestPlace(broker, namespace, nodes);
  }

  void serve(List<ServiceSkeleton> skeletons) {
    if (!skeletons.isEmpty()) {
      nodes.start("server", skeletons.toArray(ServiceSkeleton[]::new));
    }
  }

  @Override
  public void close() {
    nodes.close();
  }
}
