package io.callbox.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Count;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that serves streams looks for their callers in the registry. */
@Timeout(120)
final class CallerOfStreamsTest {

  private static final int FOR_LONG = 1_000_000;
  private static final int MANY = 1_000;
  private static final String CALLER = "caller";

  private final InMemoryTransport broker = new InMemoryTransport();
  private final AtomicInteger timesSeen = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CompletableFuture<Void> back = new CompletableFuture<>();
  private volatile boolean away;

  /** The caller is not in the registry any more. */
  private volatile boolean lost;

  private final RpcNode worker =
      node("worker", new LateLooks())
          .register(new Count.Skeleton(end -> IntStream.range(0, end).boxed()))
          .start();
  private final RpcNode caller = node(CALLER, broker).start();
  private final RpcNode other = node("other", broker).start();

  @AfterEach
  void close() {
    back.complete(null);
    other.close();
    caller.close();
    worker.close();
    broker.close();
  }

  private static RpcNodeBuilder node(String id, Transport transport) {
    return RpcNode.builder(id).transport(transport).lease(Duration.ofSeconds(4));
  }

  /** A caller without streams is not looked for, and has one when the answer comes. */
  @Test
  void streamThatBeginsWhileTheRegistryIsAskedForOthersGoesOn() {
    try (Stream<Integer> others = new Count.Stub(other.channelToAny()).to(FOR_LONG)) {
      Iterator<Integer> read = others.iterator();
      assertEquals(0, read.next());
      try (Stream<Integer> before = new Count.Stub(caller.channelToAny()).to(FOR_LONG)) {
        Iterator<Integer> first = before.iterator();
        assertEquals(0, first.next());
        int seen = timesSeen.get();
        Await.until("the caller is seen", () -> timesSeen.get() > seen);
        assertEquals(1, first.next());
        away = true;
      }
      Await.latch(asked);
      try (Stream<Integer> stream = new Count.Stub(caller.channelToAny()).to(MANY)) {
        Iterator<Integer> items = stream.iterator();
        assertEquals(0, items.next());
        back.complete(null);
        for (int item = 1; item < MANY; item++) {
          assertEquals(item, items.next());
        }
      }
      assertEquals(1, read.next());
    }
  }

  /** Its lease may have ended for a moment, or it was frozen. */
  @Test
  void callerThatIsTakenForDeadAndLivesIsTold() {
    try (Stream<Integer> stream = new Count.Stub(caller.channelToAny()).to(FOR_LONG)) {
      Iterator<Integer> items = stream.iterator();
      assertEquals(0, items.next());
      int seen = timesSeen.get();
      Await.until("the caller is seen", () -> timesSeen.get() > seen);
      lost = true;
      RpcException told =
          assertThrows(
              RpcException.class, () -> items.forEachRemaining(item -> assertTrue(item > 0)));
      assertEquals(StatusCode.CANCELLED, told.code(), told::toString);
      assertEquals(Executed.YES, told.executed());
    }
  }

  /** While the registry is away, it answers questions after the caller when it is back. */
  private final class LateLooks extends ForwardingTransport {

    LateLooks() {
      super(broker);
    }

    @Override
    public NodeStore members(Namespace namespace) {
      return new ForwardingNodes(broker.members(namespace)) {

        @Override
        public CompletionStage<List<Seen>> look(Collection<String> nodes) {
          if (away && !nodes.contains(CALLER)) {
            asked.countDown();
            return back.thenCompose(again -> super.look(nodes));
          }
          return super.look(lost ? List.of() : nodes)
              .whenComplete(
                  (there, failure) -> {
                    if (nodes.contains(CALLER)) {
                      timesSeen.incrementAndGet();
                    }
                  });
        }
      };
    }
  }
}
