package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.WithCluster;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.time.Await;
import io.callbox.transport.AckMode;
import io.callbox.trial.RecordingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls and views of nodes whose queues lie on several masters. */
@WithCluster
@Timeout(120)
final class ClusterTest {

  private final Arith.Skeleton arith = new Arith.Skeleton((a, b) -> a * b);

  @ParameterizedTest
  @EnumSource(AckMode.class)
  void callsCrossTheSlotsOfACluster(AckMode mode, Nodes nodes) {
    nodes.start("server", node -> node.acknowledge(mode), arith);
    RpcNode client = nodes.start("client", node -> node.acknowledge(mode));
    assertEquals(56, new Arith.Stub(client.channelTo("server")).multiply(7, 8));
    multiplyAll(client, 1_000);
  }

  @Test
  void callsToAServiceThatIsSpreadGoThroughAllMasters(Nodes nodes, RedisCluster cluster) {
    UnaryOperator<RpcNodeBuilder> quick = node -> node.lease(Duration.ofMillis(600));
    nodes.start("server", quick, arith);
    RpcNode client = nodes.start("client", quick);
    client.shards("Arith", 8);
    Await.until("each master is pushed to", () -> isPushedTo(client, cluster));
    client.shards("Arith", 1);
    multiplyAll(client, 1_000);
  }

  private static boolean isPushedTo(RpcNode client, RedisCluster cluster) {
    multiplyAll(client, 1_000);
    return cluster.ports().stream().allMatch(ClusterTest::hasHeldRequests);
  }

  private static boolean hasHeldRequests(int master) {
    try (RedisCommands commands = RedisCommands.to(master)) {
      return commands.call("KEYS", "{*services:Arith*}:pushed:*") instanceof List<?> keys
          && !keys.isEmpty();
    }
  }

  private static void multiplyAll(RpcNode client, int count) {
    List<CompletableFuture<Integer>> products = new ArrayList<>();
    for (int factor = 0; factor < count; factor++) {
      products.add(new Arith.Stub(client.channelToAny()).multiplyAsync(factor, 3));
    }
    for (int factor = 0; factor < count; factor++) {
      assertEquals(3 * factor, products.get(factor).join());
    }
  }

  @Test
  void nodesOfAClusterSeeEachOther(Nodes nodes) {
    RpcNode client = nodes.client();
    RecordingListener heard = new RecordingListener();
    client.registry().listen(heard);
    RpcNode server = nodes.start("server", node -> node.lease(Duration.ofSeconds(2)), arith);
    Await.until("it is up", () -> heard.has("up server"));
    assertEquals("server", client.registry().providersOf("Arith").get(0).id());
    nodes.stop(server);
    Await.until("it is down", () -> heard.has("down server"));
    assertEquals(1, client.registry().nodes().size());
  }
}
