package io.callbox.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisMember;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** A cluster in one annotation, and what a test may do to its masters. */
@WithCluster
@Timeout(180)
final class WithClusterTest {

  @Serve final LedgerSkeleton ledgers = new LedgerSkeleton(new LedgerBook());

  @Test
  void callsAreAnsweredThroughACluster(RedisCluster cluster, LedgerStub ledger) {
    assertEquals(3, cluster.ports().size());
    for (int number = 0; number < 20; number++) {
      assertEquals(number, ledger.enter(number));
    }
  }

  @Test
  void nodeUsesTheClientOfItsProgram(RedisCluster cluster) {
    RedissonClient redisson =
        connected(
            cluster.ports().stream()
                .map(port -> "redis://127.0.0.1:" + port)
                .toArray(String[]::new));
    try (RpcNode node =
        RpcNode.builder("node-1")
            .redisson(redisson)
            .register(new LedgerSkeleton(new LedgerBook()))
            .start()) {
      assertEquals(7, new LedgerStub(node.channelTo("node-1")).enter(7));
    } finally {
      redisson.shutdown();
    }
  }

  private static RedissonClient connected(String... addresses) {
    Config config = new Config();
    config.useClusterServers().addNodeAddress(addresses);
    return Redisson.create(config);
  }

  @Test
  void callsGoOnAfterAFailover(RedisCluster cluster, LedgerStub ledger) {
    assertEquals(1, ledger.enter(1));
    RedisMember first = cluster.masters().get(0);
    cluster.failOver();
    assertNotSame(first, cluster.masters().get(0));
    assertEquals(2, eventually(ledger));
  }

  @Test
  void callsFailWhileTheMastersAreCutOff(RedisCluster cluster, LedgerStub ledger) {
    assertEquals(2, ledger.look(2));
    cluster.masters().forEach(RedisMember::cut);
    assertThrows(RpcException.class, () -> ledger.withTimeout(Duration.ofMillis(500)).look(1));
    cluster.masters().forEach(RedisMember::mend);
    assertEquals(2, eventually(ledger));
  }

  @Test
  void callsWaitWhileTheMastersArePaused(RedisCluster cluster, LedgerAsyncStub ledger)
      throws Exception {
    assertEquals(1, ledger.look(1).get(30, TimeUnit.SECONDS));
    cluster.masters().forEach(RedisMember::pause);
    CompletableFuture<Integer> call = ledger.look(2);
    assertThrows(TimeoutException.class, () -> call.get(300, TimeUnit.MILLISECONDS));
    cluster.masters().forEach(RedisMember::resume);
    assertEquals(2, call.get(30, TimeUnit.SECONDS));
  }

  @Test
  void callsGoOnAfterARestart(RedisCluster cluster, LedgerStub ledger) {
    assertEquals(1, ledger.look(1));
    cluster.masters().get(1).restart();
    assertEquals(2, eventually(ledger));
  }

  @Test
  void callsGoOnAfterACrash(RedisCluster cluster, LedgerStub ledger) {
    assertEquals(1, ledger.look(1));
    cluster.masters().get(1).crash();
    assertEquals(2, eventually(ledger));
  }

  @Test
  void fullClusterRefusesCalls(RedisCluster cluster, LedgerStub ledger) {
    assertEquals(1, ledger.enter(1));
    cluster.fill();
    RpcException refused =
        assertThrows(RpcException.class, () -> ledger.withTimeout(Duration.ofSeconds(5)).enter(1));
    assertTrue(refused.toString().contains("maxmemory"), refused::getMessage);
    cluster.unfill();
    assertEquals(2, eventually(ledger));
  }

  private static int eventually(LedgerStub ledger) {
    return Await.success(() -> ledger.withTimeout(Duration.ofSeconds(2)).look(2));
  }
}
