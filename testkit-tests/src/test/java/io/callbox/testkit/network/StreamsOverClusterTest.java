package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.rpc.Reply;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.WithCluster;
import io.callbox.testkit.service.FeedAsyncStub;
import io.callbox.testkit.service.FeedSkeleton;
import io.callbox.testkit.service.FeedStub;
import io.callbox.testkit.service.Feeds;
import io.callbox.testkit.service.LedgerAllStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Streams and calls to all between nodes whose inboxes, queues and reply lists lie on several
 * masters, in namespaces of their own.
 */
@WithCluster
@Timeout(120)
final class StreamsOverClusterTest {

  private static final int NODES = 6;

  private final Feeds feeds = new Feeds();

  private RpcNode start(Nodes nodes, String id, String namespace) {
    return nodes.start(id, node -> node.namespace(namespace), new FeedSkeleton(feeds));
  }

  @Test
  void streamsCrossTheSlotsOfACluster(Nodes nodes) throws Exception {
    RpcNode reader = nodes.start("reader", node -> node.namespace("a"));
    List<Reader<Integer>> readers = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      start(nodes, "giver-" + node, "a");
      Reader<Integer> each = new Reader<>(Long.MAX_VALUE);
      new FeedAsyncStub(reader.channelTo("giver-" + node)).count(1_000).subscribe(each);
      readers.add(each);
    }
    for (Reader<Integer> each : readers) {
      assertEquals(IntStream.range(0, 1_000).boxed().toList(), each.all());
    }
    try (Stream<String> endless = new FeedStub(reader.channelToAny()).lines(5)) {
      assertEquals(100, endless.limit(100).count());
    }
    Await.until("all are closed", () -> feeds.open() == 0);
  }

  @Test
  void callToAllReachesEachNodeOfItsNamespaceAndNoOther(Nodes nodes) {
    RpcNode caller = nodes.start("caller", node -> node.namespace("b"));
    LedgerBook elsewhere = new LedgerBook();
    nodes.start("alien", node -> node.namespace("c"), new LedgerSkeleton(elsewhere));
    for (int node = 0; node < NODES; node++) {
      nodes.start(
          "book-" + node, each -> each.namespace("b"), new LedgerSkeleton(new LedgerBook()));
    }
    List<Reply<Integer>> replies = new LedgerAllStub(caller.channelToAll()).enter(7).await();
    assertEquals(
        IntStream.range(0, NODES).mapToObj(node -> "book-" + node).collect(Collectors.toSet()),
        replies.stream().map(Reply::node).collect(Collectors.toSet()));
    assertEquals(Set.of(true), replies.stream().map(Reply::succeeded).collect(Collectors.toSet()));
    assertEquals(0, elsewhere.runs());
  }
}
