package io.callbox.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.service.Ledger;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import io.callbox.testkit.service.MeadowSkeleton;
import io.callbox.testkit.service.MeadowStub;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real Redis in one annotation, and what a test may do to it. */
@CallboxTest
@Timeout(120)
final class CallboxTestTest {

  @Serve final LedgerSkeleton ledgers = new LedgerSkeleton(new LedgerBook());

  @Test
  void stubsChannelsAndNodesAreParameters(
      LedgerStub ledger, LedgerAsyncStub async, RpcChannel channel, RpcNode node) {
    assertEquals(1, ledger.enter(1));
    assertEquals(2, async.enter(2).join());
    assertEquals(3, new LedgerStub(channel).enter(3));
    assertEquals(4, new LedgerStub(node.channelTo("server")).enter(4));
  }

  @Test
  void parameterOfARemoteInterfaceCallsAnyProvider(Ledger ledger) {
    assertEquals(5, ledger.enter(5));
  }

  @Test
  void furtherNodesEndWithTheTest(Nodes nodes) {
    RpcNode meadow = nodes.start("meadow", new MeadowSkeleton(animal -> animal + " grazes"));
    assertEquals("ox grazes", new MeadowStub(nodes.client().channelTo(meadow.id())).graze("ox"));
  }

  @Test
  void callsGoOnAfterACut(RedisServer redis, LedgerStub ledger) {
    redis.cut();
    assertThrows(RpcException.class, () -> ledger.withTimeout(Duration.ofMillis(500)).look(1));
    redis.mend();
    assertEquals(2, Await.success(() -> ledger.withTimeout(Duration.ofSeconds(5)).look(2)));
  }

  @Test
  void callWaitsWhileRedisIsPaused(RedisServer redis, LedgerAsyncStub ledger) throws Exception {
    redis.pause();
    CompletableFuture<Integer> call = ledger.look(1);
    assertThrows(TimeoutException.class, () -> call.get(300, TimeUnit.MILLISECONDS));
    redis.resume();
    assertEquals(1, call.get(30, TimeUnit.SECONDS));
  }

  @Test
  void callsGoOnAfterARestart(RedisServer redis, LedgerStub ledger) {
    assertEquals(1, ledger.look(1));
    redis.restart();
    assertEquals(2, Await.success(() -> ledger.withTimeout(Duration.ofSeconds(5)).look(2)));
  }

  @Test
  void restartKeepsWhatACrashLoses(RedisServer redis, Namespace namespace) {
    String queue = namespace.service("Nobody").key();
    redis.command("LPUSH", queue, "kept");
    redis.restart();
    redis.command("LPUSH", queue, "lost");
    redis.crash();
    assertEquals("[kept]", redis.command("LRANGE", queue, "0", "-1"));
  }

  @Test
  void killedRedisIsAwayUntilItIsPutInOrder() {
    try (RedisServer own = RedisServer.start()) {
      own.kill();
      assertThrows(UncheckedIOException.class, () -> own.command("PING"));
      own.restore();
      assertEquals("PONG", own.command("PING"));
    }
  }

  @Test
  void namespaceIsTheOneThatNodesUse(RedisServer redis, Namespace namespace, RpcNode node) {
    assertEquals("1", redis.command("EXISTS", namespace.card(node.id()).key()));
    assertEquals("1", redis.command("EXISTS", namespace.card("server").key()));
  }

  @Test
  void programInAnotherLanguageIsAnswered(RedisServer redis, Namespace namespace) {
    try (RedisCommands program = RedisCommands.to(redis.port())) {
      program.push(
          namespace.inbox("server").key(),
          "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"Ledger.enter\",\"params\":[7]}");
      assertEquals(
          "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":7}",
          program.pop(namespace.reply("server", "1").key(), 10));
    }
  }

  @Test
  void fullRedisRefusesCalls(RedisServer redis, LedgerStub ledger) {
    redis.fill();
    RpcException refused =
        assertThrows(RpcException.class, () -> ledger.withTimeout(Duration.ofSeconds(5)).enter(1));
    assertTrue(refused.toString().contains("maxmemory"), refused::getMessage);
    redis.unfill();
    assertEquals(2, ledger.enter(2));
  }
}
