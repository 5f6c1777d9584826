package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.Executed;
import io.callbox.rpc.Replies;
import io.callbox.rpc.Reply;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.LedgerAllStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import io.callbox.testkit.time.Await;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls to all providers of a service, of which some die, freeze, or come later. */
@Timeout(60)
final class CallToAllTest {

  private static final int MANY = 50;

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedNetwork network = SimulatedNetwork.inMemory(clock, 7);
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @Test
  void ofFiftyProvidersOneDiesOneIsFrozenAndOneComesLater() {
    try (Nodes nodes = network.nodes()) {
      RpcChannel toAll = nodes.client().channelToAll();
      nodes.start("dies", new LedgerSkeleton(LedgerBook.held(running, release)));
      for (int number = 1; number < MANY; number++) {
        nodes.start("n" + number, new LedgerSkeleton(new LedgerBook()));
      }
      network.enable("n1", false);
      Replies<Integer> replies = new LedgerAllStub(toAll).withTimeout(Duration.ofHours(1)).enter(7);
      LedgerBook late = new LedgerBook();
      nodes.start("late", new LedgerSkeleton(late));
      Await.latch(running);
      assertEquals(MANY - 2, replies.first(MANY - 2).size());
      network.delete("dies");
      clock.advance(Duration.ofSeconds(10));
      assertEquals(MANY, replies.await().size());
      assertEquals(Set.of("dies", "n1"), nodesOf(replies.failures()));
      assertEquals(Executed.UNKNOWN, lost(replies, "dies").executed());
      assertNotEquals(Executed.YES, lost(replies, "n1").executed());
      assertEquals(0, late.runs());
      release.countDown();
      network.enable("n1", true);
    }
  }

  @Test
  void frozenImplementationRunsOutOfTimeAndTheOthersDoNotWait() {
    try (Nodes nodes = network.nodes()) {
      RpcChannel toAll = nodes.client().channelToAll();
      nodes.start("a", new LedgerSkeleton(new LedgerBook()));
      nodes.start("b", new LedgerSkeleton(LedgerBook.held(running, release)));
      nodes.start("c", new LedgerSkeleton(new LedgerBook()));
      Replies<Integer> replies =
          new LedgerAllStub(toAll).withTimeout(Duration.ofMinutes(1)).look(3);
      assertEquals(Set.of("a", "c"), nodesOf(replies.majority()));
      Await.latch(running);
      clock.advance(Duration.ofMinutes(2));
      RpcException late = failure(replies, "b");
      assertEquals(StatusCode.DEADLINE_EXCEEDED, late.code());
      RpcException tooFew = assertThrows(RpcException.class, () -> replies.first(3));
      assertEquals(StatusCode.UNAVAILABLE, tooFew.code());
      assertEquals(late, tooFew.getSuppressed()[0]);
      release.countDown();
    }
  }

  @Test
  void broadcastReachesEachProviderAndInterceptorsSeeEachCall() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    LedgerBook a = new LedgerBook();
    LedgerBook b = new LedgerBook();
    try (Nodes nodes = network.nodes()) {
      RpcNode caller =
          nodes.start(
              "caller",
              builder ->
                  builder.interceptClient(
                      call -> {
                        seen.add(call.peer() + " " + call.method());
                        return CallObserver.NONE;
                      }));
      nodes.start("a", new LedgerSkeleton(a));
      nodes.start("b", new LedgerSkeleton(b));
      Replies<Void> taken = new LedgerAllStub(caller.channelToAll()).log("news");
      assertEquals(Set.of("a", "b"), nodesOf(taken.first(2)));
      Await.until("both have logged it", () -> a.runs(4) == 1 && b.runs(4) == 1);
      assertEquals(Set.of("a Ledger.log", "b Ledger.log"), seen);
    }
  }

  @Test
  void withoutProvidersThereAreNoRepliesAndNoMajority() {
    try (Nodes nodes = network.nodes()) {
      Replies<Integer> none = new LedgerAllStub(nodes.client().channelToAll()).enter(1);
      assertEquals(List.of(), none.await());
      assertEquals(StatusCode.UNAVAILABLE, assertThrows(RpcException.class, none::majority).code());
    }
  }

  @Test
  void stubsForOneAnswerAndForAllDoNotTakeEachOthersChannels() {
    try (Nodes nodes = network.nodes()) {
      RpcNode client = nodes.client();
      assertThrows(RuntimeException.class, () -> new LedgerStub(client.channelToAll()).enter(1));
      RpcException refused =
          assertThrows(RpcException.class, () -> new LedgerAllStub(client.channelToAny()).enter(1));
      assertTrue(String.valueOf(refused.getMessage()).contains("channelToAll"));
    }
  }

  private static RpcException lost(Replies<Integer> replies, String node) {
    RpcException lost = failure(replies, node);
    assertEquals(StatusCode.WORKER_LOST, lost.code());
    return lost;
  }

  private static RpcException failure(Replies<Integer> replies, String node) {
    return replies.failures().stream()
        .filter(reply -> reply.node().equals(node))
        .map(reply -> assertInstanceOf(RpcException.class, reply.failure()))
        .findFirst()
        .orElseThrow();
  }

  private static <T> Set<String> nodesOf(List<Reply<T>> replies) {
    return replies.stream().map(Reply::node).collect(Collectors.toSet());
  }
}
