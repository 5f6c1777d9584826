package io.callbox.testkit.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.Feed;
import io.callbox.testkit.service.FeedAsyncStub;
import io.callbox.testkit.service.FeedSkeleton;
import io.callbox.testkit.service.FeedStub;
import io.callbox.testkit.service.Feeds;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

@Timeout(60)
final class StreamsExampleTest {

  @Test
  void streamIsRead() {
    try (Nodes nodes = Nodes.inMemory()) {
      nodes.start("server", new FeedSkeleton(new Feeds()));
      RpcNode node = nodes.client();
      Feed feed = new FeedStub(node.channelToAny());
      try (Stream<Integer> numbers = feed.count(1_000_000)) {
        assertEquals(List.of(0, 1, 2), numbers.limit(3).toList());
      }
    }
  }

  @Test
  @SuppressWarnings("NullAway") // as their methods say
  void otherLibrariesTakeIt() {
    try (Nodes nodes = Nodes.inMemory()) {
      nodes.start("server", new FeedSkeleton(new Feeds()));
      RpcNode node = nodes.client();
      FeedAsyncStub feed = new FeedAsyncStub(node.channelToAny());
      Flux<Integer> flux = JdkFlowAdapter.flowPublisherToFlux(feed.count(100));
      assertEquals(5, flux.filter(number -> number % 20 == 0).collectList().block().size());
      Multi<Integer> multi = Multi.createFrom().publisher(feed.count(100));
      assertEquals(100, multi.collect().asList().await().indefinitely().size());
    }
  }
}
