package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.service.FeedAsyncStub;
import io.callbox.testkit.service.FeedSkeleton;
import io.callbox.testkit.service.FeedStub;
import io.callbox.testkit.service.Feeds;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.Await;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of streams whose nodes die, and whose messages get lost. */
@Timeout(60)
final class StreamFaultsTest {

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedNetwork network = SimulatedNetwork.inMemory(clock, 3);
  private final Feeds feeds = new Feeds();
  private final AtomicInteger counter = new AtomicInteger();

  @Test
  void producerThatDiesFailsTheStreamAndNobodyRunsItAgain() {
    Feeds others = new Feeds();
    try (Nodes nodes = network.nodes()) {
      nodes.start("server", new FeedSkeleton(feeds));
      Reader<Integer> reader = new Reader<>(5);
      new FeedAsyncStub(nodes.client().channelToAny()).count(1_000).subscribe(reader);
      Await.until("five have come", () -> reader.size() == 5);
      nodes.start("other", new FeedSkeleton(others));
      network.delete("server");
      clock.advance(Duration.ofSeconds(10));
      RpcException lost = assertInstanceOf(RpcException.class, reader.failure());
      assertEquals(StatusCode.WORKER_LOST, lost.code());
      assertEquals(List.of(0, 1, 2, 3, 4), reader.items());
      assertEquals(0, others.pulled());
    }
  }

  @Test
  void readerThatDiesEndsTheStream() {
    try (Nodes nodes = network.nodes()) {
      nodes.start("server", new FeedSkeleton(feeds));
      RpcNode caller = nodes.start("caller");
      Reader<Integer> reader = new Reader<>(5);
      new FeedAsyncStub(caller.channelToAny()).count(1_000).subscribe(reader);
      Await.until("five have come", () -> reader.size() == 5);
      clock.advance(Duration.ofSeconds(3));
      assertEquals(1, feeds.open());
      network.delete("caller");
      clock.advance(Duration.ofSeconds(12));
      awaitClosedFeed();
    }
  }

  @Test
  void readerIsNotGoneWhileItsServerHasNoRoomToHearIt() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    LedgerBook busy = LedgerBook.held(running, release);
    Transport transport = new Tampering(List::of, this::countedItems);
    try (Nodes nodes = Nodes.over(transport)) {
      nodes.start(
          "server",
          builder -> builder.concurrency(1),
          new FeedSkeleton(feeds),
          new LedgerSkeleton(busy));
      Reader<Integer> reader = new Reader<>(5);
      new FeedAsyncStub(nodes.client().channelToAny()).count(1_000).subscribe(reader);
      Await.until("five have come", () -> reader.size() == 5);
      LedgerAsyncStub ledger = new LedgerAsyncStub(nodes.client().channelToAny());
      CompletableFuture<Integer> entered = ledger.withTimeout(Duration.ofHours(1)).enter(7);
      Await.latch(running);
      for (int step = 0; step < 2; step++) {
        int signs = counter.get();
        clock.advance(Duration.ofSeconds(20));
        Await.until("its server gives a sign of life", () -> counter.get() > signs);
      }
      release.countDown();
      assertEquals(7, entered.join());
      reader.request(100);
      Await.until("it goes on", () -> reader.size() == 105);
      reader.cancel();
    }
  }

  private List<String> countedItems(String message) {
    if (message.contains("rpc.items")) {
      counter.incrementAndGet();
    }
    return List.of(message);
  }

  @Test
  void lostAndRepeatedCreditsDoNoHarm() {
    Transport transport = new Tampering(this::firstCreditLostOthersTwice, List::of);
    try (Nodes nodes = Nodes.over(transport)) {
      nodes.start("server", new FeedSkeleton(feeds));
      Reader<Integer> reader = new Reader<>(Long.MAX_VALUE);
      new FeedAsyncStub(nodes.client().channelToAny()).count(300).subscribe(reader);
      Await.until("the first credit is lost", () -> counter.get() > 0);
      Await.until("the window is used up", () -> reader.size() >= 32);
      clock.advance(Duration.ofSeconds(6)); // then it is repeated
      assertEquals(IntStream.range(0, 300).boxed().toList(), reader.all());
      assertTrue(counter.get() > 5, counter::toString);
    }
  }

  private List<String> firstCreditLostOthersTwice(String message) {
    if (!message.contains("rpc.credit")) {
      return List.of(message);
    }
    return counter.incrementAndGet() == 1 ? List.of() : List.of(message, message);
  }

  @Test
  void lostItemsFailTheStream() {
    Transport transport =
        new Tampering(
            List::of,
            message ->
                message.contains("rpc.items") && counter.incrementAndGet() == 2
                    ? List.of()
                    : List.of(message));
    try (Nodes nodes = Nodes.over(transport)) {
      nodes.start("server", new FeedSkeleton(feeds));
      Reader<Integer> reader = new Reader<>(Long.MAX_VALUE);
      new FeedAsyncStub(nodes.client().channelToAny()).count(300).subscribe(reader);
      Await.until("the second items are lost", () -> counter.get() >= 2);
      clock.advance(Duration.ofSeconds(7));
      RpcException gap = assertInstanceOf(RpcException.class, reader.failure());
      assertEquals(StatusCode.UNAVAILABLE, gap.code());
      assertTrue(String.valueOf(gap.getMessage()).contains("items were lost"), gap::toString);
      awaitClosedFeed();
    }
  }

  @Test
  void itemsOfAnotherNodeAreNotTaken() {
    Transport transport =
        new Tampering(
            List::of,
            message ->
                message.contains("rpc.items")
                    ? List.of(
                        message,
                        message.replace("\"node\":\"server\"", "\"node\":\"other\""),
                        message.replace("\"node\":\"server\"", "\"node\":\"a b\""))
                    : List.of(message));
    try (Nodes nodes = Nodes.over(transport)) {
      nodes.start("server", new FeedSkeleton(feeds));
      Reader<Integer> reader = new Reader<>(Long.MAX_VALUE);
      new FeedAsyncStub(nodes.client().channelTo("server")).count(100).subscribe(reader);
      assertEquals(IntStream.range(0, 100).boxed().toList(), reader.all());
      assertTrue(nodes.client().stats().lateReplies() > 0);
    }
  }

  @Test
  void streamThatNobodyReadsEndsWithTheTimeoutAndSaysSo() {
    try (Nodes nodes = network.nodes()) {
      nodes.start("server", new FeedSkeleton(feeds));
      RpcNode caller = nodes.start("caller", node -> node.timeout(Duration.ofSeconds(3)));
      Stream<Integer> unread = new FeedStub(caller.channelToAny()).count(1_000);
      assertEquals(1, feeds.open());
      clock.advance(Duration.ofSeconds(5));
      awaitClosedFeed();
      Iterator<Integer> late = unread.iterator();
      assertEquals(0, late.next());
      RpcException over = assertThrows(RpcException.class, late::next);
      assertEquals(StatusCode.DEADLINE_EXCEEDED, over.code());
      assertTrue(String.valueOf(over.getMessage()).contains("within 3 s"), over::toString);
    }
  }

  @Test
  void subscriberThatNeverAsksIsGivenUp() {
    try (Nodes nodes = network.nodes()) {
      nodes.start("server", new FeedSkeleton(feeds));
      RpcNode caller = nodes.start("caller", node -> node.timeout(Duration.ofSeconds(3)));
      Reader<Integer> idle = new Reader<>(0);
      new FeedAsyncStub(caller.channelToAny()).count(1_000).subscribe(idle);
      Await.until("it is open", () -> feeds.open() == 1);
      awaitInPassingTime("it is given up", idle::hasEnded);
      RpcException over = assertInstanceOf(RpcException.class, idle.failure());
      assertEquals(StatusCode.DEADLINE_EXCEEDED, over.code());
      awaitClosedFeed();
    }
  }

  private void awaitClosedFeed() {
    awaitInPassingTime("the feed is closed", () -> feeds.open() == 0);
  }

  /** What is on its way when time has been let pass may need some more of it. */
  private void awaitInPassingTime(String what, BooleanSupplier condition) {
    Await.until(
        what,
        () -> {
          clock.advance(Duration.ofMillis(100));
          return condition.getAsBoolean();
        });
  }

  @Test
  void slowReaderIsNotTakenForOneThatNeverBegan() {
    try (Nodes nodes = network.nodes()) {
      nodes.start("server", new FeedSkeleton(feeds));
      RpcNode caller = nodes.start("caller", node -> node.timeout(Duration.ofSeconds(3)));
      Reader<Integer> slow = new Reader<>(1);
      new FeedAsyncStub(caller.channelToAny()).count(3).subscribe(slow);
      Stream<Integer> pulled = new FeedStub(caller.channelToAny()).count(300);
      Iterator<Integer> each = pulled.iterator();
      assertEquals(0, each.next());
      Await.until("one has come", () -> slow.size() == 1);
      for (int step = 0; step < 4; step++) {
        clock.advance(Duration.ofSeconds(5));
      }
      slow.request(2);
      assertEquals(List.of(0, 1, 2), slow.all());
      assertEquals(1, each.next());
      pulled.close();
    }
  }

  /** What becomes of a message. */
  private interface Fate extends Function<String, List<String>> {}

  /** Loses, repeats or changes what is pushed and what is answered. */
  private final class Tampering extends ForwardingTransport {

    private final Fate requests;
    private final Fate replies;

    Tampering(Fate requests, Fate replies) {
      super(new InMemoryTransport(clock));
      this.requests = requests;
      this.replies = replies;
    }

    @Override
    public CompletionStage<PushResult> push(
        QueueName queue, List<byte[]> messages, PushOptions options) {
      List<byte[]> left = new ArrayList<>();
      for (byte[] message : messages) {
        requests.apply(text(message)).forEach(each -> left.add(bytes(each)));
      }
      return left.isEmpty()
          ? CompletableFuture.completedFuture(PushResult.ALL)
          : super.push(queue, left, options);
    }

    @Override
    public CompletionStage<Integer> reply(
        QueueName queue, List<ReplyMessage> answers, Duration keep) {
      List<ReplyMessage> left = new ArrayList<>();
      for (ReplyMessage answer : answers) {
        for (String each : replies.apply(text(answer.response()))) {
          left.add(new ReplyMessage(bytes(each), answer.request()));
        }
      }
      return super.reply(queue, left, keep);
    }

    private static String text(byte[] message) {
      return new String(message, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String message) {
      return message.getBytes(StandardCharsets.UTF_8);
    }
  }
}
