package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.NodeHealth;
import io.callbox.node.NodeStats;
import io.callbox.node.RpcNode;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a node says that it is, through an outage and up to its end. */
@CallboxTest
@Timeout(60)
final class NodeHealthTest {

  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void nodeIsNotReadyWithoutItsRedisAndRecovers(RedisServer redis, Nodes nodes) {
    RpcNode node = nodes.start("node", new Talk.Skeleton(this::say));
    Await.until("it says so", () -> node.health().ready());
    redis.kill();
    Await.until("it says so", () -> !node.health().ready());
    assertTrue(node.health().alive());
    assertFalse(node.health().problems().isEmpty());
    redis.revive();
    Await.until("it says so", () -> node.health().ready());
    node.close();
    assertEquals("the node is closed", node.health().problems().get(0));
    assertFalse(node.health().alive());
  }

  @Test
  void nodeKnowsSoonThatRedisRefuses(RedisServer redis, Nodes nodes) {
    RpcNode node = nodes.start("node", new Talk.Skeleton(this::say));
    Await.until("it says so", () -> node.health().ready());
    redis.kill();
    long start = System.nanoTime();
    Await.until("it says so", () -> !node.health().ready());
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    redis.revive();
    assertTrue(millis < 20_000, "it took " + millis + " ms");
    Await.until("it says so", () -> node.health().ready());
  }

  @Test
  void figuresTellWhatIsUnderWay(Nodes nodes) throws Exception {
    RpcNode server = nodes.start("server", new Talk.Skeleton(this::say));
    RpcNode client = nodes.start("client");
    CompletableFuture<String> said = new Talk.Stub(client.channelTo("server")).sayAsync("x");
    assertTrue(running.await(10, TimeUnit.SECONDS));
    assertEquals(new NodeStats(1, 0, 0, 0, 0, 0, 0, 0), withoutCommands(client.stats()));
    assertEquals(new NodeStats(0, 0, 1, 0, 0, 0, 0, 0), withoutCommands(server.stats()));
    assertTrue(server.stats().commandsSent() > 0);
    said.cancel(false);
    goOn.countDown();
    Await.until("it says so", () -> server.stats().requestsInHand() == 0);
    assertEquals(0, client.stats().waitingCalls());
    NodeHealth health = client.health();
    assertTrue(health.ready(), health::toString);
  }

  private static NodeStats withoutCommands(NodeStats figures) {
    return new NodeStats(
        figures.waitingCalls(),
        figures.lateReplies(),
        figures.requestsInHand(),
        figures.expired(),
        figures.redelivered(),
        figures.givenUp(),
        figures.openStreams(),
        0);
  }

  private String say(String line) {
    running.countDown();
    Await.latch(goOn);
    return line;
  }
}
