package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** How nodes are described, started and closed, and what they own. */
@Timeout(60)
final class NodeLifeTest {

  private static RedisServer redis;
  private static RedisCommands raw;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    raw = RedisCommands.to(redis.port());
  }

  @AfterAll
  static void stop() {
    raw.close();
    redis.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a:b", "a b", "{a}", "a/b", "\u00fc", "a\n", "*"})
  void idsThatWouldConfuseKeysAreRefused(String id) {
    assertRefused(() -> RpcNode.builder(id));
    assertRefused(() -> RpcNode.builder("n").namespace(id));
    try (RpcNode node = memory("n").start()) {
      assertRefused(() -> node.channelTo(id));
    }
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertRefused(() -> RpcNode.builder("n".repeat(129)));
    assertRefused(() -> RpcNode.builder("n").timeout(Duration.ZERO));
    assertRefused(() -> RpcNode.builder("n").timeout(Duration.ofMillis(-1)));
    assertRefused(() -> RpcNode.builder("n").concurrency(0));
    assertRefused(() -> RpcNode.builder("n").maxMessageBytes(1023));
  }

  @Test
  void wayToRedisIsSetExactlyOnce() {
    assertThrows(IllegalStateException.class, () -> RpcNode.builder("n").start());
    RpcNodeBuilder builder = memory("n");
    assertThrows(IllegalStateException.class, () -> builder.redis(redis.directUri()));
  }

  @Test
  void serviceIsRegisteredOnce() {
    RpcNodeBuilder builder =
        RpcNode.builder("twice").redis(redis.directUri()).register(arith(1)).register(arith(2));
    long before = connections();
    assertRefused(builder::start);
    Await.until("its connections are gone", () -> connections() <= before);
  }

  @Test
  void redisThatIsNotThereIsUnavailable() {
    RedisServer gone = RedisServer.start();
    gone.close();
    RpcNodeBuilder builder =
        RpcNode.builder("n").redis("redis://user:secret@127.0.0.1:" + gone.port());
    RpcException failure = assertThrows(RpcException.class, builder::start);
    assertEquals(StatusCode.UNAVAILABLE, failure.code());
    assertFalse(String.valueOf(failure.getMessage()).contains("secret"), failure.getMessage());
  }

  @Test
  void namespacesDoNotMeet() {
    try (RpcNode left = serving("s", "left", 1);
        RpcNode right = serving("s", "right", 2);
        RpcNode caller = RpcNode.builder("c").redis(redis.directUri()).namespace("right").start();
        RpcNode stranger = RpcNode.builder("c").redis(redis.directUri()).start()) {
      assertEquals(left.id(), right.id());
      assertEquals(2, new Arith.Stub(caller.channelTo("s")).multiply(1, 1));
      assertEquals(2, new Arith.Stub(caller.channelToAny()).multiply(1, 1));
      assertThrows(
          RpcException.class, () -> new Arith.Stub(stranger.channelToAny()).multiply(1, 1));
      raw.push(
          "left:nodes:s",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Arith.multiply\",\"params\":[1,1]}");
      String answer = String.valueOf(raw.pop("left:nodes:s:1", 10));
      assertTrue(answer.contains("\"result\":1"), answer);
    }
  }

  @Test
  void nodeServesManyServices() {
    ScriptedService other =
        ScriptedService.named("Other")
            .running("one", responder -> responder.succeed(1, (out, one) -> out.writeNumber(one)));
    try (RpcNode node =
        RpcNode.builder("many")
            .redis(redis.directUri())
            .namespace("many")
            .register(arith(1))
            .register(other)
            .start()) {
      assertEquals(56, new Arith.Stub(node.channelToAny()).multiply(7, 8));
      raw.push("many:services:Other", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"one\"}");
      String answer = String.valueOf(raw.pop("many:nodes:many:1", 10));
      assertTrue(answer.contains("\"result\":1"), answer);
    }
  }

  @Test
  void nodeClosesItsOwnClient() {
    long before = connections();
    RpcNode node = serving("own", "own", 1);
    assertTrue(connections() > before);
    node.close();
    Await.until("its connections are gone", () -> connections() <= before);
  }

  @Test
  void nodeNeverClosesItsCallersClient() {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config.useSingleServer().setAddress(redis.directUri()).setConnectionMinimumIdleSize(1);
    RedissonClient client = Redisson.create(config);
    try {
      for (int start = 0; start < 2; start++) {
        RpcNode node = RpcNode.builder("guest").redisson(client).register(arith(1)).start();
        assertEquals(56, new Arith.Stub(node.channelTo("guest")).multiply(7, 8));
        node.close();
        assertFalse(client.isShutdown());
      }
    } finally {
      client.shutdown(0, 2, TimeUnit.SECONDS);
    }
  }

  @Test
  void closeLetsWhatRunsFinishAndBeAnswered() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    Arith slow =
        (a, b) -> {
          running.countDown();
          Await.latch(gate);
          return a * b;
        };
    InMemoryTransport transport = new InMemoryTransport();
    try (RpcNode client = RpcNode.builder("client").transport(transport).start()) {
      RpcNode server =
          RpcNode.builder("server").transport(transport).register(new Arith.Skeleton(slow)).start();
      CompletableFuture<Integer> call = new Arith.Stub(client.channelToAny()).multiplyAsync(7, 8);
      Await.latch(running);
      Thread closing = new Thread(server::close);
      closing.start();
      gate.countDown();
      assertEquals(56, call.get(10, TimeUnit.SECONDS));
      closing.join(10_000);
      assertFalse(closing.isAlive());
    }
  }

  @Test
  void closingTwiceIsHarmless() {
    RpcNode node = serving("twice", "twice", 1);
    node.close();
    assertDoesNotThrow(node::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nodes", "services", "replies", "registry", "rpc", "time"})
  void namespaceWhoseKeysWouldMeetThoseOfNoNamespaceIsRefused(String name) {
    assertRefused(() -> RpcNode.builder("n").namespace(name));
  }

  private static RpcNode serving(String id, String namespace, int factor) {
    return RpcNode.builder(id)
        .redis(redis.directUri())
        .namespace(namespace)
        .register(arith(factor))
        .start();
  }

  private static Arith.Skeleton arith(int factor) {
    return new Arith.Skeleton((a, b) -> factor * a * b);
  }

  private static RpcNodeBuilder memory(String id) {
    return RpcNode.builder(id).transport(new InMemoryTransport());
  }

  private static long connections() {
    return raw.text("CLIENT", "LIST").lines().count();
  }

  private static void assertRefused(Executable setting) {
    assertThrows(IllegalArgumentException.class, setting);
  }
}
