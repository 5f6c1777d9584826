package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.Feed;
import io.callbox.testkit.service.FeedAsyncStub;
import io.callbox.testkit.service.FeedSkeleton;
import io.callbox.testkit.service.FeedStub;
import io.callbox.testkit.service.Feeds;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams of results between nodes in one process. */
@Timeout(60)
final class StreamsTest {

  private final Nodes nodes = Nodes.inMemory();
  private final Feeds feeds = new Feeds();

  @AfterEach
  void close() {
    nodes.close();
  }

  private FeedStub stub() {
    return new FeedStub(nodes.serving(new FeedSkeleton(feeds)));
  }

  @Test
  void everyItemArrivesOnceAndInOrder() {
    try (Stream<Integer> numbers = stub().count(10_000)) {
      assertEquals(IntStream.range(0, 10_000).boxed().toList(), numbers.toList());
    }
    Await.until("the feed is closed", () -> feeds.open() == 0);
  }

  @Test
  void anEmptyStreamEnds() {
    assertEquals(List.of(), stub().count(0).toList());
  }

  @Test
  void asynchronousStubGivesAPublisherForBothAndEachSubscriptionIsACall() {
    FeedAsyncStub stub = new FeedAsyncStub(nodes.serving(new FeedSkeleton(feeds)));
    var numbers = stub.count(100);
    for (int round = 0; round < 2; round++) {
      Reader<Integer> reader = new Reader<>(Long.MAX_VALUE);
      numbers.subscribe(reader);
      assertEquals(IntStream.range(0, 100).boxed().toList(), reader.all());
    }
  }

  @Test
  void slowReaderStopsTheProducer() {
    FeedAsyncStub stub = new FeedAsyncStub(nodes.serving(new FeedSkeleton(feeds)));
    Reader<Integer> reader = new Reader<>(10);
    stub.count(1_000_000).subscribe(reader);
    Await.until("ten have come", () -> reader.size() == 10);
    Await.until("the window is full", () -> feeds.pulled() >= 42);
    reader.request(5);
    Await.until("fifteen have come", () -> reader.size() == 15);
    assertTrue(feeds.pulled() <= 64, feeds.pulled() + " were pulled");
    reader.cancel();
    Await.until("the feed is closed", () -> feeds.open() == 0);
  }

  @Test
  void bytesOnTheirWayAreBoundedToo() throws Exception {
    FeedAsyncStub stub = new FeedAsyncStub(nodes.serving(new FeedSkeleton(feeds)));
    Reader<String> reader = new Reader<>(1);
    stub.lines(300_000).subscribe(reader);
    Await.until("one has come", () -> reader.size() == 1);
    reader.request(20);
    Await.until("others follow", () -> reader.size() == 21);
    assertTrue(feeds.pulled() <= 21 + 8, feeds.pulled() + " were pulled");
    reader.cancel();
    Await.until("the feed is closed", () -> feeds.open() == 0);
  }

  @Test
  void closingTheStreamCancelsIt() throws Exception {
    try (Stream<String> lines = stub().lines(3)) {
      Iterator<String> each = lines.iterator();
      assertEquals("xxx", each.next());
    }
    Await.until("the feed is closed", () -> feeds.open() == 0);
  }

  @Test
  void failureBeforeTheFirstItemIsThrownByTheCallItself() {
    FeedStub stub = stub();
    assertThrows(Feed.NoSuchFeedException.class, () -> stub.lines(-1));
  }

  @Test
  void failureOfAPublisherFollowsItsItems() {
    Reader<Feed.Item> reader = follow();
    feeds.items().submit(new Feed.Item(1, "a"));
    feeds.items().closeExceptionally(new IllegalStateException("dry"));
    RpcException failure = assertInstanceOf(RpcException.class, reader.failure());
    assertEquals(StatusCode.APPLICATION, failure.code());
    assertEquals(List.of(new Feed.Item(1, "a")), reader.items());
  }

  @Test
  void subscriberThatCancelsIsForgottenByThePublisher() {
    Reader<Feed.Item> reader = follow();
    reader.cancel();
    Await.until("nobody follows", () -> feeds.items().getNumberOfSubscribers() == 0);
  }

  @Test
  void interceptorsHearOfOneEndOnEachSide() {
    Queue<String> ends = new ConcurrentLinkedQueue<>();
    RpcNode server =
        nodes.start(
            "server",
            builder ->
                builder.intercept(
                    call -> CallObserver.atEnd(end -> ends.add("server " + end.statusName()))),
            new FeedSkeleton(feeds));
    RpcNode caller =
        nodes.start(
            "caller",
            builder ->
                builder.intercept(
                    call -> CallObserver.atEnd(end -> ends.add("caller " + end.statusName()))));
    FeedAsyncStub stub = new FeedAsyncStub(caller.channelTo(server.id()));
    Reader<Integer> reader = new Reader<>(Long.MAX_VALUE);
    stub.count(1_000).subscribe(reader);
    assertEquals(1_000, reader.all().size());
    Await.until("both have ended", () -> ends.size() == 2);
    assertEquals(List.of("caller OK", "server OK"), ends.stream().sorted().toList());
    ends.clear();
    Reader<Integer> cancelled = new Reader<>(1);
    stub.count(1_000).subscribe(cancelled);
    Await.until("one has come", () -> cancelled.size() == 1);
    cancelled.cancel();
    Await.until("both have ended", () -> ends.size() == 2);
    assertEquals(List.of("caller CANCELLED", "server CANCELLED"), ends.stream().sorted().toList());
  }

  @Test
  void timeoutIsForTheWholeStream() {
    Feed stub = stub().withTimeout(Duration.ofMillis(300));
    RpcException late = assertThrows(RpcException.class, () -> stub.lines(1).forEach(line -> {}));
    assertEquals(StatusCode.DEADLINE_EXCEEDED, late.code());
    Await.until("the feed is closed", () -> feeds.open() == 0);
  }

  @Test
  void moreStreamsThanANodeMayGiveAreRefused() throws Exception {
    RpcNode server =
        nodes.start("server", builder -> builder.maxStreams(1), new FeedSkeleton(feeds));
    FeedStub stub = new FeedStub(nodes.client().channelTo(server.id()));
    try (Stream<String> first = stub.lines(1)) {
      assertEquals(1, server.stats().openStreams());
      RpcException refused = assertThrows(RpcException.class, () -> stub.lines(1));
      assertEquals(StatusCode.RESOURCE_EXHAUSTED, refused.code());
      assertEquals("x", first.iterator().next());
    }
    Await.until("none is open", () -> server.stats().openStreams() == 0);
  }

  @Test
  void nodeThatClosesEndsItsStreamsAfterWhatTheyHaveGiven() {
    RpcNode server =
        nodes.start(
            "server", builder -> builder.drain(Duration.ofMillis(200)), new FeedSkeleton(feeds));
    Reader<Feed.Item> reader = new Reader<>(Long.MAX_VALUE);
    new FeedAsyncStub(nodes.client().channelTo(server.id())).follow("a").subscribe(reader);
    Await.until("it follows", () -> feeds.items().getNumberOfSubscribers() == 1);
    feeds.items().submit(new Feed.Item(1, "last"));
    nodes.stop(server);
    RpcException closed = assertInstanceOf(RpcException.class, reader.failure());
    assertEquals(StatusCode.UNAVAILABLE, closed.code());
    assertEquals(1, reader.size());
    assertEquals(0, feeds.items().getNumberOfSubscribers());
  }

  @Test
  void manyStreamsAreOpenAtATime() {
    int many = 10_000;
    RpcNode server = nodes.start("server", new FeedSkeleton(feeds));
    FeedAsyncStub stub = new FeedAsyncStub(nodes.client().channelTo(server.id()));
    List<Reader<Integer>> readers = new ArrayList<>();
    for (int each = 0; each < many; each++) {
      Reader<Integer> reader = new Reader<>(1);
      readers.add(reader);
      stub.count(100).subscribe(reader);
      if (each % 1_000 == 999) { // as many as may wait in a queue
        int started = each + 1;
        Await.until("they are open", () -> server.stats().openStreams() == started);
      }
    }
    readers.forEach(reader -> reader.request(Long.MAX_VALUE));
    for (Reader<Integer> reader : readers) {
      assertEquals(100, reader.all().size());
    }
    Await.until("none is open", () -> server.stats().openStreams() == 0);
  }

  @Test
  void callerThatClosesIsForgotten() {
    nodes.start("server", new FeedSkeleton(feeds));
    RpcNode caller = nodes.start("caller");
    Reader<Feed.Item> reader = new Reader<>(Long.MAX_VALUE);
    new FeedAsyncStub(caller.channelToAny()).follow("a").subscribe(reader);
    Await.until("it follows", () -> feeds.items().getNumberOfSubscribers() == 1);
    nodes.stop(caller);
    RpcException closed = assertInstanceOf(RpcException.class, reader.failure());
    assertEquals(StatusCode.CANCELLED, closed.code());
    Await.until("nobody follows", () -> feeds.items().getNumberOfSubscribers() == 0);
  }

  @Test
  void streamThatItsReaderForgetsIsCancelled() {
    assertEquals(List.of(0, 1), stub().count(1_000_000).limit(2).toList());
    Await.until(
        "the feed is closed",
        () -> {
          System.gc();
          return feeds.open() == 0;
        });
  }

  private Reader<Feed.Item> follow() {
    FeedAsyncStub stub = new FeedAsyncStub(nodes.serving(new FeedSkeleton(feeds)));
    Reader<Feed.Item> reader = new Reader<>(Long.MAX_VALUE);
    stub.follow("a").subscribe(reader);
    Await.until("it follows", () -> feeds.items().getNumberOfSubscribers() == 1);
    return reader;
  }
}
