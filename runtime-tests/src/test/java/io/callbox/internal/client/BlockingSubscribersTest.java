package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.testing.Count;
import io.callbox.testkit.time.Await;
import io.callbox.transport.memory.InMemoryTransport;
import io.callbox.trial.Kept;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node whose subscribers block on all of its threads says so, until one of them goes on. */
@Timeout(60)
final class BlockingSubscribersTest {

  private static final int PLACES = 256;

  @RegisterExtension private final Kept kept = new Kept();
  private final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  private final class Blocking implements Flow.Subscriber<Integer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(Integer item) {
      begun.incrementAndGet();
      try {
        open.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {
      ended.incrementAndGet();
    }
  }

  @Test
  void healthSaysThatSubscribersBlockOnAllThreads() {
    InMemoryTransport transport = kept.keep(new InMemoryTransport());
    RpcNode node =
        kept.keep(
            RpcNode.builder("node")
                .transport(transport)
                .register(new Count.Skeleton(end -> IntStream.range(0, end).boxed()))
                .start());
    Count.Stub count = new Count.Stub(node.channelToAny());
    for (int stream = 0; stream < PLACES; stream++) {
      count.publisherTo(1).subscribe(new Blocking());
    }
    Await.until("all block", () -> begun.get() == PLACES);
    assertTrue(node.health().ready(), "nobody waits for them");
    count.publisherTo(1).subscribe(new Blocking());
    Await.until(
        "it is known", () -> node.health().problems().toString().contains("256 subscribers"));
    open.countDown();
    Await.until("they go on", () -> ended.get() == PLACES + 1);
    Await.until("and all is well", () -> node.health().ready());
  }
}
