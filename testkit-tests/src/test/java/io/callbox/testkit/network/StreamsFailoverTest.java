package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisSentinel;
import io.callbox.testkit.service.FeedAsyncStub;
import io.callbox.testkit.service.FeedSkeleton;
import io.callbox.testkit.service.FeedStub;
import io.callbox.testkit.service.Feeds;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A Redis takes the place of another in the middle of streams. A replica may lack what its master
 * had told nodes; so a stream goes on, or fails: none has a gap, and none hangs.
 */
@Timeout(180)
@Tag("drill")
final class StreamsFailoverTest {

  private static final int STREAMS = 16;
  private static final int ITEMS = 20_000;

  /** A side that hears nothing for 30 s gives up. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void streamsAreWholeOrFailWhenAMasterOfTheClusterDies() throws InterruptedException {
    try (RedisCluster cluster = RedisCluster.start()) {
      readThrough(cluster::reachedBy, cluster::failOver);
    }
  }

  @Test
  void streamsAreWholeOrFailWhenSentinelPutsAnotherInPlace() throws InterruptedException {
    try (RedisSentinel sentinel = RedisSentinel.start()) {
      readThrough(sentinel::reachedBy, sentinel::failOver);
    }
  }

  private static void readThrough(UnaryOperator<RpcNodeBuilder> reached, Runnable failOver)
      throws InterruptedException {
    Feeds feeds = new Feeds();
    try (RpcNode giver = start(reached, "giver", new FeedSkeleton(feeds));
        RpcNode reader = start(reached, "reader")) {
      List<Reader<Integer>> readers = new ArrayList<>();
      for (int stream = 0; stream < STREAMS; stream++) {
        Reader<Integer> each = new Reader<>(100);
        new FeedAsyncStub(reader.channelTo(giver.id())).count(ITEMS).subscribe(each);
        readers.add(each);
      }
      readers.forEach(each -> Await.until("it has begun", () -> each.size() == 100));
      readers.forEach(each -> each.request(Long.MAX_VALUE));
      failOver.run();
      for (Reader<Integer> each : readers) {
        assertWholeOrFailed(each);
      }
      FeedStub again = new FeedStub(reader.channelToAny()).withTimeout(Duration.ofSeconds(5));
      assertEquals(500, Await.success(() -> again.count(500).toList()).size());
      Await.until("all are closed", () -> feeds.open() == 0);
    }
  }

  private static RpcNode start(
      UnaryOperator<RpcNodeBuilder> reached, String id, FeedSkeleton... services) {
    RpcNodeBuilder node = reached.apply(RpcNode.builder(id)).lease(Duration.ofSeconds(2));
    for (FeedSkeleton service : services) {
      node.register(service);
    }
    return node.start();
  }

  private static void assertWholeOrFailed(Reader<Integer> reader) throws InterruptedException {
    Throwable failure = reader.failureWithin(PATIENCE);
    List<Integer> items = reader.items();
    assertEquals(IntStream.range(0, items.size()).boxed().toList(), items);
    if (failure == null) {
      assertEquals(ITEMS, items.size());
    } else {
      assertTrue(items.size() <= ITEMS);
      assertInstanceOf(RpcException.class, failure);
    }
  }
}
