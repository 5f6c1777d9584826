package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In lockstep, who moves the clock must not wait; others may. */
@Timeout(60)
final class WaitingCallTest {

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedNetwork network = SimulatedNetwork.inLockstep(clock, 1);
  private final LedgerBook book = new LedgerBook();
  private Nodes nodes;
  private RpcChannel channel;

  @BeforeEach
  void start() {
    nodes = network.nodes();
    nodes.start("b", new LedgerSkeleton(book));
    channel = nodes.start("a").channelTo("b");
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  @Test
  void threadThatMovesTheClockMustNotWait() {
    LedgerStub ledger = new LedgerStub(channel);
    RpcException refusal = assertThrows(RpcException.class, () -> ledger.enter(7));
    String said = String.valueOf(refusal.getMessage());
    assertTrue(said.startsWith("Ledger.enter would wait for ever"), said);
    assertEquals(0, book.runs(7));
  }

  @Test
  void callsGoOnAfterOneWasRefused() {
    assertThrows(RpcException.class, () -> new LedgerStub(channel).enter(7));
    CompletableFuture<Integer> call = new LedgerAsyncStub(channel).enter(8);
    network.await(call);
    assertEquals(8, call.join());
  }

  @Test
  void anotherThreadMayWait() {
    CompletableFuture<Integer> call =
        CompletableFuture.supplyAsync(() -> new LedgerStub(channel).enter(7));
    network.await(call);
    assertEquals(7, call.join());
  }

  @Test
  void oneWayCallIsNotWaitedFor() {
    new LedgerStub(channel).log("line");
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, book.runs("line".length()));
  }
}
