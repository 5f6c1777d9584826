package io.callbox.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.testkit.redis.RedisMember;
import io.callbox.testkit.redis.RedisSentinel;
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

/** A master that fails over in one annotation, and what a test may do to it. */
@WithSentinel
@Timeout(180)
final class WithSentinelTest {

  @Serve final LedgerSkeleton ledgers = new LedgerSkeleton(new LedgerBook());

  @Test
  void callsGoOnAfterAFailover(RedisSentinel sentinel, LedgerStub ledger) {
    assertEquals(1, ledger.enter(1));
    RedisMember first = sentinel.master();
    sentinel.failOver();
    assertNotSame(first, sentinel.master());
    assertEquals(2, eventually(ledger));
  }

  @Test
  void callsFailWhileTheMasterIsCutOff(RedisSentinel sentinel, LedgerStub ledger) {
    assertEquals(2, ledger.look(2));
    sentinel.master().cut();
    assertThrows(RpcException.class, () -> ledger.withTimeout(Duration.ofMillis(500)).look(1));
    sentinel.master().mend();
    assertEquals(2, eventually(ledger));
  }

  @Test
  void callWaitsWhileTheMasterIsPaused(RedisSentinel sentinel, LedgerAsyncStub ledger)
      throws Exception {
    assertEquals(1, ledger.look(1).get(30, TimeUnit.SECONDS));
    RedisMember master = sentinel.master();
    master.pause();
    CompletableFuture<Integer> call = ledger.look(2);
    assertThrows(TimeoutException.class, () -> call.get(300, TimeUnit.MILLISECONDS));
    master.resume();
    assertEquals(2, call.get(30, TimeUnit.SECONDS));
  }

  @Test
  void callsGoOnAfterTheMasterRestarts(RedisSentinel sentinel, LedgerStub ledger) {
    assertEquals(1, ledger.look(1));
    sentinel.master().restart();
    assertEquals(2, eventually(ledger));
  }

  @Test
  void callsGoOnAfterTheMasterCrashes(RedisSentinel sentinel, LedgerStub ledger) {
    assertEquals(1, ledger.look(1));
    sentinel.master().crash();
    assertEquals(2, eventually(ledger));
  }

  @Test
  void replicaThatBecameMasterIsStillMasterAfterACrash(RedisSentinel sentinel, LedgerStub ledger) {
    sentinel.failOver();
    RedisMember second = sentinel.master();
    second.crash();
    assertSame(second, sentinel.master());
    assertEquals("master", second.command("ROLE").substring(1, 7));
    assertEquals(2, eventually(ledger));
  }

  @Test
  void fullMasterRefusesCalls(RedisSentinel sentinel, LedgerStub ledger) {
    assertEquals(1, ledger.enter(1));
    sentinel.master().fill();
    RpcException refused =
        assertThrows(RpcException.class, () -> ledger.withTimeout(Duration.ofSeconds(5)).enter(1));
    assertTrue(refused.toString().contains("maxmemory"), refused::getMessage);
    sentinel.master().unfill();
    assertEquals(2, eventually(ledger));
  }

  private static int eventually(LedgerStub ledger) {
    return Await.success(() -> ledger.withTimeout(Duration.ofSeconds(2)).look(2));
  }
}
