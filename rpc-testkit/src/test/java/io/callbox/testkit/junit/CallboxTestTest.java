package io.callbox.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.service.Await;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import io.callbox.testkit.service.MeadowSkeleton;
import io.callbox.testkit.service.MeadowStub;
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
  void fullRedisRefusesCalls(RedisServer redis, LedgerStub ledger) {
    redis.fill();
    RpcException refused =
        assertThrows(RpcException.class, () -> ledger.withTimeout(Duration.ofSeconds(5)).enter(1));
    assertTrue(refused.toString().contains("maxmemory"), refused::getMessage);
    redis.unfill();
    assertEquals(2, ledger.enter(2));
  }
}
