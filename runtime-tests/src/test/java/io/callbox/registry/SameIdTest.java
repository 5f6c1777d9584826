package io.callbox.registry;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.testing.Arith;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.memory.InMemoryTransport;
import io.callbox.trial.TasksProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that want to run under one id. */
@Timeout(60)
final class SameIdTest {

  private static final Duration LEASE = Duration.ofMillis(900);

  @TempDir Path folder;
  private RedisServer redis;
  private RedisCommands raw;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    raw = RedisCommands.to(redis.port());
  }

  @AfterEach
  void stop() {
    raw.close();
    redis.close();
  }

  private RpcNodeBuilder describe(String id) {
    return RpcNode.builder(id).redis(redis.directUri()).lease(LEASE);
  }

  @Test
  void secondIsRefusedAndToldWhoIsThere() {
    try (RpcNode first = describe("one").register(arith()).start()) {
      long start = System.nanoTime();
      IllegalStateException refusal =
          assertThrows(IllegalStateException.class, () -> describe("one").start());
      String message = String.valueOf(refusal.getMessage());
      NodeInfo holder = first.registry().node("one").orElseThrow();
      assertTrue(message.startsWith("node id 'one' is in use by process "), message);
      assertTrue(message.contains(ProcessHandle.current().pid() + " on host "), message);
      assertTrue(message.contains("since " + holder.startedAt()), message);
      assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(LEASE.multipliedBy(10)) < 0);
      assertEquals(1, first.registry().nodes().size());
      assertEquals(1, raw.number("ZCARD", "{nodes:one}:providers"));
    }
    describe("one").start().close();
  }

  @Test
  void severalMayShareAnIdIfEachSaysSo() {
    RpcNode first = describe("twin").sharedId().register(arith()).start();
    try (RpcNode second = describe("twin").sharedId().register(arith()).start()) {
      assertEquals(2, raw.number("ZCARD", "{nodes:twin}:providers"));
      assertEquals(1, second.registry().nodes().size());
      first.close();
      Await.until("the other is seen", () -> second.registry().node("twin").isPresent());
      assertEquals(56, new Arith.Stub(second.channelTo("twin")).multiply(7, 8));
    }
    Await.until("the card ends", () -> raw.text("KEYS", "*registry:node:*").equals("[]"));
    assertTrue(raw.number("PTTL", "registry:nodes") > 0, "the list ends by itself");
  }

  @Test
  void processThatDiedOnThisMachineNeedNotBeWaitedFor() {
    NodeProcess first = TasksProcess.start(redis, "crashing", folder.resolve("runs"));
    raw.call("PERSIST", "registry:node:crashing");
    first.kill();
    raw.call("PEXPIRE", "registry:node:crashing", "600000");
    assertDoesNotThrow(() -> describe("crashing").start().close());
  }

  @Test
  void processThatDiedElsewhereIsWaitedForUntilItsLeaseEnds() {
    raw.call("SET", "registry:node:moving", card("moving"), "PX", "700");
    long start = System.nanoTime();
    describe("moving").start().close();
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(600).toNanos());
  }

  @Test
  void processThatLivesElsewhereIsFoundOutWhenItRenewsItsCard() {
    String card = card("busy");
    raw.call("SET", "registry:node:busy", card, "PX", "60000");
    CompletableFuture<RpcNode> second =
        CompletableFuture.supplyAsync(() -> describe("busy").start());
    Await.until(
        "it is refused",
        () -> {
          raw.call("SET", "registry:node:busy", card, "PX", "60000");
          return second.isDone();
        });
    assertTrue(second.isCompletedExceptionally());
  }

  @Test
  void nodeThatLosesItsIdSaysSoAndComesBackWhenItIsFree() {
    try (RpcNode frozen = describe("frozen").start()) {
      raw.call("SET", "registry:node:frozen", card("frozen"), "PX", "3000");
      Await.until("it is told", () -> !frozen.health().ready());
      String problem = frozen.health().problems().get(0);
      assertTrue(problem.contains("in use by process 1 on host elsewhere"), problem);
      Await.until("it is back", () -> frozen.health().ready());
      assertEquals(1, frozen.registry().nodes().size());
    }
  }

  @Test
  void secondInMemoryIsRefusedAtOnce() {
    InMemoryTransport transport = new InMemoryTransport();
    try (RpcNode first = RpcNode.builder("one").transport(transport).start()) {
      assertThrows(
          IllegalStateException.class,
          () -> RpcNode.builder(first.id()).transport(transport).start());
    }
    RpcNode.builder("one").transport(transport).start().close();
  }

  private static Arith.Skeleton arith() {
    return new Arith.Skeleton((a, b) -> a * b);
  }

  private static String card(String node) {
    return NodeRegistryTest.cardOf(node, 1);
  }
}
