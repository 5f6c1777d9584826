package io.callbox.testkit.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.history.History;
import io.callbox.testkit.history.Promises;
import io.callbox.testkit.history.Seeds;
import io.callbox.testkit.network.Faults;
import io.callbox.testkit.network.SimulatedNetwork;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class NetworkExampleTest {

  @Test
  void requestThatIsLostNeverRuns() {
    SimulatedNetwork network = SimulatedNetwork.inMemory(new VirtualClock(), 42);
    LedgerBook book = new LedgerBook();
    try (Nodes nodes = network.nodes()) {
      nodes.start("b", new LedgerSkeleton(book));
      RpcNode a = nodes.start("a");
      network.disconnect("a", "b"); // one way: b still reaches a
      CompletableFuture<Integer> call = new LedgerAsyncStub(a.channelTo("b")).enter(7);
      network.await(call); // lets virtual time pass until the call's timeout
      assertEquals(0, book.runs(7));
      assertEquals(1, network.traffic().lost());
    }
  }

  @Test
  void noCallRunsTwice() {
    Seeds.random(20).run(NetworkExampleTest::noCallRunsTwice);
  }

  private static void noCallRunsTwice(long seed) {
    SimulatedNetwork network = SimulatedNetwork.inLockstep(new VirtualClock(), seed);
    network.faults(Faults.LABRPC_UNRELIABLE.longReordering());
    History history = new History();
    LedgerBook book =
        new LedgerBook(
            number -> {
              history.ran("call " + number);
              return number;
            });
    try (Nodes nodes = network.nodes()) {
      nodes.start("b", new LedgerSkeleton(book));
      LedgerAsyncStub ledger = new LedgerAsyncStub(nodes.channelToAny());
      List<CompletableFuture<Integer>> calls = new ArrayList<>();
      for (int number = 0; number < 10; number++) {
        int argument = number;
        calls.add(history.call("call " + number, () -> ledger.enter(argument)));
      }
      calls.forEach(network::await);
      new Promises(history).answeredExactlyOnce().executedAtMostOnce().executedAsSaid().check();
    }
  }
}
