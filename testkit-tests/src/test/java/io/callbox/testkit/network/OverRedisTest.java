package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.network.Faults.Way;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.Await;
import io.callbox.transport.redisson.RedissonTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The network over a real Redis, in real time. */
@Timeout(120)
final class OverRedisTest {

  private static final Duration SOON = Duration.ofSeconds(1);

  private static final LedgerBook BOOK = new LedgerBook();
  private static RedisServer redis;
  private static RedissonTransport redisson;
  private static SimulatedNetwork network;
  private static Nodes nodes;
  private static RpcNode client;
  private static LedgerAsyncStub ledger;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    redisson = RedissonTransport.connect(redis.uri());
    network = SimulatedNetwork.over(redisson, 7);
    nodes = network.nodes();
    nodes.start("server", new LedgerSkeleton(BOOK));
    client = nodes.start("client");
    ledger = new LedgerAsyncStub(client.channelTo("server")).withTimeout(SOON);
  }

  @AfterAll
  static void stop() {
    nodes.close();
    redisson.close();
    redis.close();
  }

  @BeforeEach
  void forget() {
    network.faults(Faults.NONE);
    network.heal();
    BOOK.forget();
  }

  @Test
  void someRequestsAndRepliesAreLost() throws Exception {
    network.faults(Faults.LABRPC_UNRELIABLE);
    long before = network.traffic().lost();
    int answered = 0;
    for (CompletableFuture<Integer> call : enter(200)) {
      answered += failure(call) == null ? 1 : 0;
    }
    long lost = network.traffic().lost() - before;
    assertTrue(lost > 15 && lost < 65, "of 200 calls, " + lost + " requests or replies");
    assertTrue(answered <= 200 - lost, "answered " + answered);
    assertTrue(BOOK.runs() >= answered && BOOK.runs() < 200, "ran " + BOOK.runs());
  }

  @Test
  void messagesThatAreDuplicatedArriveTwice() throws Exception {
    network.faults(Faults.NONE.duplicating(1));
    for (CompletableFuture<Integer> call : enter(10)) {
      call.get(30, TimeUnit.SECONDS);
    }
    network.faults(Faults.NONE);
    assertEquals(99, ledger.enter(99).get(30, TimeUnit.SECONDS), "waits behind them");
    Await.until("each has run twice", () -> BOOK.runs() == 20 + 1);
  }

  @Test
  void delaysPassInRealTime() throws Exception {
    network.faults(Faults.NONE.withRequests(new Way(0, 0, Duration.ofMillis(600))));
    long start = System.nanoTime();
    for (CompletableFuture<Integer> call : enter(20)) {
      call.get(30, TimeUnit.SECONDS);
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertTrue(millis >= 300, "20 delays of up to 600 ms took " + millis + " ms together");
  }

  @Test
  void lateRepliesAreOvertaken() throws Exception {
    network.faults(Faults.NONE.longReordering());
    List<Integer> order = new ArrayList<>();
    List<CompletableFuture<Void>> noted = new ArrayList<>();
    LedgerAsyncStub patient = ledger.withTimeout(Duration.ofSeconds(30));
    for (int number = 0; number < 12; number++) {
      noted.add(patient.enter(number).thenAccept(answer -> note(order, answer)));
    }
    for (CompletableFuture<Void> call : noted) {
      call.get(30, TimeUnit.SECONDS);
    }
    assertEquals(12, order.size());
    assertFalse(order.stream().sorted().toList().equals(order), order::toString);
  }

  @Test
  void partitionLosesWhatCrossesItUntilItHeals() throws Exception {
    network.partition(List.of("client"), List.of("server"));
    @Nullable RpcException lost = failure(ledger.withTimeout(Duration.ofMillis(400)).enter(1));
    assertEquals(StatusCode.DEADLINE_EXCEEDED, code(lost));
    assertEquals(0, BOOK.runs());
    network.heal();
    assertEquals(2, ledger.enter(2).get(30, TimeUnit.SECONDS));
  }

  @Test
  void replyIsLostOnALinkThatIsCutOneWay() {
    network.disconnect("server", "client");
    @Nullable RpcException lost = failure(ledger.withTimeout(Duration.ofMillis(400)).enter(1));
    assertEquals(StatusCode.DEADLINE_EXCEEDED, code(lost));
    Await.until("it has run", () -> BOOK.runs(1) == 1);
  }

  @Test
  void disabledNodeReachesNobodyUntilItIsEnabled() throws Exception {
    network.enable("client", false);
    assertEquals(StatusCode.UNAVAILABLE, code(failure(ledger.enter(1))));
    network.enable("client", true);
    assertEquals(2, ledger.enter(2).get(30, TimeUnit.SECONDS));
    assertEquals(1, BOOK.runs());
  }

  @Test
  void replyOfANodeDeletedInMidCallIsWithheld() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    LedgerBook slow = LedgerBook.held(running, release);
    nodes.start("mortal", new LedgerSkeleton(slow));
    CompletableFuture<Integer> call =
        new LedgerAsyncStub(client.channelTo("mortal")).withTimeout(SOON).enter(1);
    Await.latch(running);
    network.delete("mortal");
    release.countDown();
    assertEquals(StatusCode.DEADLINE_EXCEEDED, code(failure(call)));
    assertEquals(1, slow.runs(1));
  }

  private List<CompletableFuture<Integer>> enter(int calls) {
    List<CompletableFuture<Integer>> made = new ArrayList<>();
    for (int number = 0; number < calls; number++) {
      made.add(ledger.enter(number));
    }
    return made;
  }

  private static void note(List<Integer> order, int answer) {
    synchronized (order) {
      order.add(answer);
    }
  }

  private static @Nullable RpcException failure(CompletableFuture<Integer> call) {
    try {
      call.get(30, TimeUnit.SECONDS);
      return null;
    } catch (ExecutionException failed) {
      return assertInstanceOf(RpcException.class, failed.getCause());
    } catch (InterruptedException | TimeoutException late) {
      throw new AssertionError(late);
    }
  }

  private static @Nullable StatusCode code(@Nullable RpcException failure) {
    return failure == null ? null : failure.code();
  }
}
