package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.service.FeedAsyncStub;
import io.callbox.testkit.service.FeedSkeleton;
import io.callbox.testkit.service.FeedStub;
import io.callbox.testkit.service.Feeds;
import io.callbox.testkit.time.Await;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Streams through a real Redis. How many items the longest has, {@code -Dstream.items} says:
 * 10,000,000 take some minutes and no more memory.
 */
final class StreamsOverRedisTest {

  private static final int ITEMS = Integer.getInteger("stream.items", 50_000);

  private final Feeds feeds = new Feeds();
  private RedisServer redis;
  private RpcNode server;
  private RpcNode client;

  @BeforeEach
  void start() {
    redis = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
    server =
        RpcNode.builder("server")
            .redis(redis.directUri())
            .register(new FeedSkeleton(feeds))
            .start();
    client = RpcNode.builder("client").redis(redis.directUri()).start();
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
    redis.close();
  }

  @Test
  @Timeout(900)
  void everyItemArrivesOnceAndInOrder() {
    long start = System.nanoTime();
    try (Stream<Integer> numbers = new FeedStub(client.channelToAny()).count(ITEMS)) {
      Iterator<Integer> each = numbers.iterator();
      for (int expected = 0; expected < ITEMS; expected++) {
        assertEquals(expected, each.next());
      }
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println(ITEMS + " items of one stream in " + millis + " ms");
    Await.until("the feed is closed", () -> feeds.open() == 0);
  }

  @Test
  @Timeout(120)
  void streamGoesOnAfterARestart() {
    Reader<Integer> reader = new Reader<>(10);
    new FeedAsyncStub(client.channelToAny()).count(200).subscribe(reader);
    Await.until("ten have come", () -> reader.size() == 10);
    Await.until("the window is full", () -> feeds.pulled() >= 42);
    redis.crash();
    reader.request(Long.MAX_VALUE);
    assertEquals(IntStream.range(0, 200).boxed().toList(), reader.all());
  }
}
