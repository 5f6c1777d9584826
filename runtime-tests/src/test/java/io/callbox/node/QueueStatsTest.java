package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for a node, and what it has done for those that died. */
@CallboxTest
@Timeout(60)
final class QueueStatsTest {

  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void lengthAndAgeOfQueuesAreKnown(Nodes nodes, Namespace namespace) {
    assertLengthAndAge(nodes, namespace.service("Arith").key());
  }

  @Test
  void theyAreKnownInMemoryToo() {
    try (Nodes nodes = Nodes.inMemory()) {
      assertLengthAndAge(nodes, "services:Arith");
    }
  }

  private void assertLengthAndAge(Nodes nodes, String queue) {
    RpcNode client = nodes.start("client");
    RpcNode server =
        nodes.start("server", node -> node.concurrency(1), new Arith.Skeleton(this::blocked));
    assertEquals(List.of(), client.queues());
    assertEquals(new QueueStats(queue, 0, Duration.ZERO), waiting(server, queue));
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    calls.add(new Arith.Stub(client.channelToAny()).multiplyAsync(0, 1));
    Await.until("one runs", () -> server.stats().requestsInHand() == 1);
    for (int call = 1; call <= 3; call++) { // one after the other, or they would leave together
      int waiting = call;
      calls.add(new Arith.Stub(client.channelToAny()).multiplyAsync(call, 1));
      Await.until("it waits", () -> waiting(server, queue).length() == waiting);
    }
    Await.until("for a while", () -> waiting(server, queue).oldest().toMillis() > 50);
    assertTrue(waiting(server, queue).oldest().toSeconds() < 30);
    goOn.countDown();
    calls.forEach(CompletableFuture::join);
    assertEquals(0, waiting(server, queue).length());
  }

  @Test
  void requestsOfDeadWorkersAreCounted(RedisServer redis, Nodes nodes, Namespace namespace) {
    String queue = namespace.service("Arith").key();
    RpcNode server =
        nodes.start(
            "server",
            node -> node.lease(Duration.ofMillis(600)),
            new Arith.Skeleton((a, b) -> a * b));
    redis.command(
        "LPUSH",
        '{' + queue + "}:taken:dead:1",
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"Arith.multiply\",\"params\":[7,8]}");
    redis.command("ZADD", '{' + queue + "}:providers", "1", "dead:1");
    Await.until("it is given up", () -> server.stats().givenUp() == 1);
    assertEquals(0, server.stats().redelivered());
  }

  @Test
  void withoutRedisNothingIsKnown(RedisServer redis, Nodes nodes) {
    RpcNode server = nodes.start("server", new Arith.Skeleton((a, b) -> a * b));
    redis.kill();
    assertThrows(RpcException.class, server::queues);
  }

  private static QueueStats waiting(RpcNode server, String queue) {
    return server.queues().stream()
        .filter(figures -> figures.queue().equals(queue))
        .findFirst()
        .orElseThrow();
  }

  private int blocked(int a, int b) {
    Await.latch(goOn);
    return a * b;
  }
}
