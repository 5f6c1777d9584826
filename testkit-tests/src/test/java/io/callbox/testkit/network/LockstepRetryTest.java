package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.history.Seeds;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a network in lockstep, nodes send again in virtual time, at the same instants in each run. */
@Timeout(120)
final class LockstepRetryTest {

  /** A pause between tries is at most 50 and then 100 ms. */
  private static final Duration ALL_RETRIES = Duration.ofMillis(200);

  @Test
  void callIsSentAgainInVirtualTimeWhenItsNodeIsBack() {
    Seeds.from(1, 20).run(seed -> assertEquals(retried(seed), retried(seed)));
  }

  private static List<String> retried(long seed) {
    VirtualClock clock = new VirtualClock();
    SimulatedNetwork network = SimulatedNetwork.inLockstep(clock, seed);
    try (Nodes nodes = network.nodes()) {
      RpcNode caller = nodes.start("caller");
      nodes.start("server", new LedgerSkeleton(new LedgerBook()));
      network.enable("caller", false);
      LedgerAsyncStub ledger = new LedgerAsyncStub(caller.channelToAny());
      CompletableFuture<Integer> call = ledger.look(7);
      clock.advance(Duration.ofNanos(150_000)); // the first try has failed
      assertFalse(call.isDone());
      network.enable("caller", true);
      network.await(call);
      assertEquals(7, call.join());
      assertTrue(clock.elapsed().compareTo(ALL_RETRIES) < 0, clock.elapsed()::toString);
      List<String> story = new ArrayList<>(network.trace());
      story.add("answered at " + clock.elapsed());
      return story;
    }
  }

  @Test
  void responseOfANodeThatIsCutOffIsSentAgainInVirtualTime() throws Exception {
    VirtualClock clock = new VirtualClock();
    SimulatedNetwork network = SimulatedNetwork.inLockstep(clock, 1);
    try (Nodes nodes = network.nodes()) {
      RpcNode caller = nodes.start("caller");
      CountDownLatch never = new CountDownLatch(1);
      nodes.start(
          "server", new LedgerSkeleton(new LedgerBook(number -> later(clock, never, number))));
      CompletableFuture<Integer> call = new LedgerAsyncStub(caller.channelTo("server")).enter(7);
      clock.advance(Duration.ofMillis(500)); // it runs
      network.enable("server", false);
      clock.advance(Duration.ofMillis(900)); // it has ended at 1 s, and was not sent
      assertFalse(call.isDone());
      network.enable("server", true);
      network.await(call);
      assertEquals(7, call.get(10, TimeUnit.SECONDS));
      assertEquals(15, clock.elapsed().toMillis() / 100, "half a second after the first try");
    }
  }

  private static int later(VirtualClock clock, CountDownLatch never, int number) {
    try {
      clock.await(never, Duration.ofSeconds(1));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return number;
  }
}
