package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testing.Arith;
import io.callbox.testkit.junit.WithCluster;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisMember;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.AckMode;
import io.callbox.trial.LogLines;
import io.callbox.trial.RecordingListener;
import io.callbox.trial.RedisProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes on services that look like a single Redis and are not quite one. */
@WithCluster
@Timeout(60)
final class ManagedRedisTest {

  private final Arith.Skeleton arith = new Arith.Skeleton((a, b) -> a * b);
  private RedisProxy redis;

  @BeforeEach
  void start(RedisCluster cluster) {
    redis = RedisProxy.sharded(cluster.masters().stream().map(RedisMember::port).toList());
  }

  @AfterEach
  void stop() throws IOException {
    redis.close();
  }

  private RpcNodeBuilder node(String id) {
    return on(redis, id);
  }

  @ParameterizedTest
  @EnumSource(AckMode.class)
  void callsCrossSlotsThatTheClientDoesNotKnowOf(AckMode mode) {
    try (RpcNode server = node("server").acknowledge(mode).register(arith).start();
        RpcNode client = node("client").start()) {
      assertEquals(56, new Arith.Stub(client.channelTo(server.id())).multiply(7, 8));
      List<CompletableFuture<Integer>> products = new ArrayList<>();
      for (int factor = 0; factor < 500; factor++) {
        products.add(new Arith.Stub(client.channelToAny()).multiplyAsync(factor, 3));
      }
      for (int factor = 0; factor < 500; factor++) {
        assertEquals(3 * factor, products.get(factor).join());
      }
    }
  }

  @Test
  void nodeKnowsWhenItHasStartedThatSlotsAreApart() {
    LogLines log = LogLines.of("io.callbox.internal.redisson");
    try (RpcNode node = node("server").register(arith).start()) {
      assertEquals(1, count(log, "sharded behind one address"), node::toString);
    } finally {
      log.close();
    }
  }

  private static long count(LogLines log, String words) {
    return log.records().stream().filter(line -> line.getMessage().contains(words)).count();
  }

  @Test
  void nodesSeeEachOtherAndLeaveNothingTaken(RedisCluster cluster) {
    RecordingListener heard = new RecordingListener();
    try (RpcNode client = node("client").start()) {
      client.registry().listen(heard);
      try (RpcNode server = node("server").register(arith).start()) {
        Await.until("it is up", () -> heard.has("up " + server.id()));
        assertEquals("server", client.registry().providersOf("Arith").get(0).id());
        assertEquals(6, new Arith.Stub(client.channelToAny()).multiply(2, 3));
      }
      Await.until("it is down", () -> heard.has("down server"));
    }
    List<String> keys =
        cluster.masters().stream()
            .flatMap(master -> Stream.of(master.command("KEYS", "*")))
            .toList();
    assertFalse(keys.isEmpty());
    assertTrue(keys.stream().noneMatch(key -> key.contains(":taken:")), keys::toString);
  }

  @Test
  void scriptsRunWithoutFlagsWhereTheseAreRefused() throws IOException {
    LogLines log = LogLines.of("io.callbox.internal.redisson");
    try (RedisServer single = RedisServer.start();
        RedisProxy proxy = RedisProxy.withoutScriptFlags(single.port());
        RpcNode server = on(proxy, "server").register(arith).start();
        RpcNode client = on(proxy, "client").start()) {
      assertEquals(2, count(log, "no script flags"), "both know it when they have started");
      assertEquals(6, new Arith.Stub(client.channelTo(server.id())).multiply(2, 3));
      assertEquals(8, new Arith.Stub(client.channelToAny()).multiply(2, 4));
      assertEquals(2, count(log, "no script flags"));
    } finally {
      log.close();
    }
  }

  private static RpcNodeBuilder on(RedisProxy proxy, String id) {
    return RpcNode.builder(id).redis(proxy.uri()).lease(Duration.ofSeconds(2));
  }
}
