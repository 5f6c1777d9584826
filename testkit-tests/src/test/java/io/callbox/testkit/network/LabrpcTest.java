package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import io.callbox.testkit.service.MeadowSkeleton;
import io.callbox.testkit.service.MeadowStub;
import io.callbox.testkit.time.Await;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scenarios of labrpc's own tests, in virtual time. */
@Timeout(120)
final class LabrpcTest {

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedNetwork network = SimulatedNetwork.inMemory(clock, 6_824);
  private final Nodes nodes = network.nodes();
  private final LedgerBook book = new LedgerBook();

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void serverOfSeveralServicesAnswers() {
    nodes.start(
        "server", new LedgerSkeleton(book), new MeadowSkeleton(animal -> animal + " grazes"));
    RpcNode client = nodes.start("client");
    assertEquals(1, new LedgerStub(client.channelTo("server")).enter(1));
    assertEquals("yak grazes", new MeadowStub(client.channelTo("server")).graze("yak"));
    assertEquals(1, network.traffic().sentFor("Ledger.enter"));
    assertEquals(1, network.traffic().sentFor("Meadow.graze"));
    assertEquals(2, network.traffic().takenBy("server"));
  }

  @Test
  void disabledEndReachesNobodyUntilItIsEnabled() {
    nodes.start("server", new LedgerSkeleton(book));
    LedgerStub ledger = new LedgerStub(nodes.start("client").channelTo("server"));
    network.enable("client", false);
    RpcException refused = assertThrows(RpcException.class, () -> ledger.enter(1));
    assertEquals(StatusCode.UNAVAILABLE, refused.code());
    assertEquals(0, book.runs());
    network.enable("client", true);
    assertEquals(2, ledger.enter(2));
  }

  @Test
  void disabledEndFindsOutWithinLabrpcsBounds() {
    nodes.start("server", new LedgerSkeleton(book));
    LedgerAsyncStub ledger = new LedgerAsyncStub(nodes.start("client").channelTo("server"));
    network.enable("client", false);
    network.faults(Faults.LABRPC);
    CompletableFuture<Integer> refused = ledger.enter(1);
    clock.advance(Duration.ofMillis(99));
    assertRefused(refused);
    network.faults(Faults.LABRPC.longDelays());
    CompletableFuture<Integer> late = ledger.enter(2);
    clock.advance(Duration.ofMillis(6_999));
    assertRefused(late);
    assertEquals(0, book.runs());
  }

  @Test
  void concurrentClientsAreAllAnswered() throws Exception {
    nodes.start("server", new LedgerSkeleton(book));
    ExecutorService callers = Executors.newFixedThreadPool(20);
    List<Future<Integer>> sums = new ArrayList<>();
    for (int caller = 0; caller < 20; caller++) {
      LedgerStub ledger = new LedgerStub(nodes.start("client-" + caller).channelTo("server"));
      int first = caller * 10;
      sums.add(
          callers.submit(
              () -> {
                int right = 0;
                for (int call = 0; call < 10; call++) {
                  right += ledger.enter(first + call) == first + call ? 1 : 0;
                }
                return right;
              }));
    }
    for (Future<Integer> sum : sums) {
      assertEquals(10, sum.get());
    }
    callers.shutdown();
    assertEquals(200, book.runs());
    assertEquals(200, network.traffic().takenBy("server"));
  }

  @Test
  void unreliableNetworkLosesAboutAsManyAsLabrpcDoes() {
    network.faults(Faults.LABRPC_UNRELIABLE);
    nodes.start("server", new LedgerSkeleton(book));
    LedgerAsyncStub ledger = new LedgerAsyncStub(nodes.start("client").channelTo("server"));
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int number = 0; number < 300; number++) {
      calls.add(ledger.enter(number));
    }
    int answered = 0;
    for (int number = 0; number < 300; number++) {
      answered += answered(calls.get(number)) ? 1 : 0;
    }
    assertTrue(answered > 300 * 0.7 && answered < 300 * 0.9, "answered " + answered);
    assertTrue(book.runs() > answered && book.runs() < 290, "ran " + book.runs());
    assertEquals(300, network.traffic().requests());
    assertEquals(300 - answered, network.traffic().lost());
  }

  @Test
  void longReorderingLetsLaterCallsOvertake() {
    network.faults(Faults.LABRPC.longReordering());
    nodes.start("server", new LedgerSkeleton(book));
    LedgerAsyncStub ledger = new LedgerAsyncStub(nodes.start("client").channelTo("server"));
    List<Integer> order = new ArrayList<>();
    List<CompletableFuture<Void>> calls = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      calls.add(
          ledger
              .enter(number)
              .thenAccept(
                  answer -> {
                    synchronized (order) {
                      order.add(answer);
                    }
                  }));
    }
    calls.forEach(network::await);
    assertEquals(20, order.size());
    assertFalse(order.stream().sorted().toList().equals(order), order::toString);
  }

  @Test
  void callsDelayedWhileDisabledDoNotDelayOthersAfterwards() throws Exception {
    nodes.start("server", new LedgerSkeleton(book));
    LedgerAsyncStub ledger = new LedgerAsyncStub(nodes.start("client").channelTo("server"));
    network.faults(Faults.LABRPC.longDelays());
    network.enable("client", false);
    List<CompletableFuture<Integer>> delayed = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      delayed.add(ledger.enter(100 + number));
    }
    network.enable("client", true);
    LedgerAsyncStub other = new LedgerAsyncStub(nodes.start("other").channelTo("server"));
    assertEquals(99, other.enter(99).get(30, TimeUnit.SECONDS), "no time has to pass for it");
    long answered = delayed.stream().filter(this::answered).count();
    assertTrue(answered < 20, "the first of them left while its node was cut off");
    assertEquals(1 + answered, book.runs(), "what was refused must not run");
  }

  @Test
  void replyOfAServerDeletedInMidCallIsWithheld() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    LedgerBook slow = LedgerBook.held(running, release);
    nodes.start("server", new LedgerSkeleton(slow));
    RpcNode client = nodes.start("client");
    CompletableFuture<Integer> call =
        new LedgerAsyncStub(client.channelTo("server")).withTimeout(Duration.ofSeconds(5)).enter(1);
    Await.latch(running);
    network.delete("server");
    release.countDown();
    assertFalse(answered(call));
    assertEquals(1, slow.runs(1), "it ran, its reply was withheld");
    clock.advance(Duration.ofSeconds(10));
    nodes.start("server", new LedgerSkeleton(book));
    assertEquals(2, new LedgerStub(client.channelTo("server")).enter(2));
  }

  @Test
  void bytesAreCounted() {
    nodes.start("server", new LedgerSkeleton(book));
    LedgerStub ledger = new LedgerStub(nodes.start("client").channelTo("server"));
    ledger.log("x".repeat(5_000));
    long bytes = network.traffic().bytes();
    assertTrue(bytes >= 5_000 && bytes < 6_000, "bytes " + bytes);
    assertEquals(bytes, network.traffic().bytesFor("Ledger.log"));
    assertEquals(0, network.traffic().bytesFor("Ledger.enter"));
    Await.until("it has been taken", () -> network.traffic().bytesOf("server") == bytes);
    ledger.enter(1);
    Traffic traffic = network.traffic();
    assertEquals(traffic.bytes(), traffic.bytesOf("server"), "requests it took, and replies");
  }

  private boolean answered(CompletableFuture<Integer> call) {
    network.await(call);
    try {
      call.join();
      return true;
    } catch (CompletionException failed) {
      return false;
    }
  }

  private static void assertRefused(CompletableFuture<Integer> call) {
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> call.get(30, TimeUnit.SECONDS));
    RpcException refused = assertInstanceOf(RpcException.class, failed.getCause());
    assertEquals(StatusCode.UNAVAILABLE, refused.code());
  }
}
