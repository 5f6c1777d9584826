package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.Await;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When shards of a service are taken up and left, in virtual time. */
@Timeout(60)
final class ShardsTest {

  private static final Duration BEAT = Duration.ofSeconds(2);

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryTransport broker = new InMemoryTransport(clock);
  private final Nodes nodes = Nodes.over(broker);
  private final LedgerBook book = new LedgerBook();
  private final List<QueueName> shards = Namespace.NONE.shards("Ledger", 4);

  @AfterEach
  void close() {
    nodes.close();
  }

  private boolean isTakenFrom(int shard) {
    return !broker.leases().providers(shards.get(shard)).toCompletableFuture().join().isEmpty();
  }

  private void stray(int shard, String request) {
    PushOptions whatever = new PushOptions(true, 10, "stray", clock.nanoTime());
    broker.push(shards.get(shard), List.of(request.getBytes(StandardCharsets.UTF_8)), whatever);
  }

  @Test
  void providerTakesFromNewShardsWithItsNextBeat() {
    nodes.start("server", new LedgerSkeleton(book));
    RpcNode client = nodes.start("client");
    client.shards("Ledger", 3);
    clock.advance(BEAT.multipliedBy(2));
    assertTrue(isTakenFrom(2));
    assertFalse(isTakenFrom(3));
  }

  @Test
  void shardIsLeftAfterTenLeasesWhenItIsEmpty() {
    nodes.start("server", new LedgerSkeleton(book));
    RpcNode client = nodes.start("client");
    client.shards("Ledger", 2);
    clock.advance(BEAT.multipliedBy(2));
    client.shards("Ledger", 1);
    clock.advance(Duration.ofSeconds(55));
    assertTrue(isTakenFrom(1), "a caller may not have heard of it");
    clock.advance(Duration.ofSeconds(30));
    assertFalse(isTakenFrom(1), "and it is not taken from at any cost");
    stray(1, "{\"jsonrpc\":\"2.0\",\"method\":\"enter\",\"params\":[7]}");
    clock.advance(BEAT.multipliedBy(6));
    Await.until("what strayed is found", () -> book.runs(7) == 1);
  }

  @Test
  void shardThatIsWantedAgainIsNotLeft() {
    nodes.start("server", new LedgerSkeleton(book));
    RpcNode client = nodes.start("client");
    client.shards("Ledger", 2);
    clock.advance(BEAT.multipliedBy(2));
    client.shards("Ledger", 1);
    clock.advance(Duration.ofSeconds(64));
    client.shards("Ledger", 2);
    clock.advance(Duration.ofSeconds(90));
    assertTrue(isTakenFrom(1));
    clock.advance(Duration.ofSeconds(90));
    assertTrue(isTakenFrom(1));
  }

  @Test
  void durableRequestIsRefusedInOtherShards() {
    nodes.start("server", new LedgerSkeleton(book));
    nodes.start("client").shards("Ledger", 2);
    clock.advance(BEAT.multipliedBy(2));
    stray(
        1,
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"keep\":1000,\"method\":\"Ledger.enter\",\"params\":[7]}");
    QueueName answer = Namespace.NONE.reply("server", "a");
    Await.until("it is answered", () -> broker.size(answer) == 1);
    byte[] refusal = broker.waiting(answer, 1, 1_000).toCompletableFuture().join().get(0);
    String said = new String(refusal, StandardCharsets.UTF_8);
    assertTrue(said.contains("goes to its service's own queue"), said);
    assertEquals(0, book.runs());
  }

  /** Each of three has its part of ten, rounded up. */
  @Test
  void boundOfAQueueIsDividedAmongItsShards() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    nodes.start(
        "server",
        node -> node.concurrency(1),
        new LedgerSkeleton(LedgerBook.held(running, release)));
    RpcNode client =
        nodes.start("client", node -> node.maxQueueLength(10).retries(RetryPolicy.NONE));
    client.shards("Ledger", 3);
    clock.advance(BEAT.multipliedBy(2));
    LedgerAsyncStub ledger = new LedgerAsyncStub(client.channelToAny());
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int call = 0; call < 400; call++) {
      calls.add(ledger.enter(call));
    }
    Await.latch(running);
    Await.until("all others are refused", () -> waiting(calls) <= 13);
    int waiting = shards.stream().mapToInt(broker::size).sum();
    assertTrue(waiting <= 12 && waiting >= 9, () -> waiting + " wait");
    CompletionException full = assertThrows(CompletionException.class, () -> calls.get(399).join());
    RpcException refused = assertInstanceOf(RpcException.class, full.getCause());
    assertEquals(StatusCode.RESOURCE_EXHAUSTED, refused.code());
    release.countDown();
  }

  private static long waiting(List<CompletableFuture<Integer>> calls) {
    return calls.stream().filter(call -> !call.isDone()).count();
  }
}
