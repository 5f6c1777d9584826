package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.testing.Count;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subscribers that read another stream, and wait for it, in {@code onNext}. */
@Timeout(90)
final class NestedReadersTest {

  /** More than a node has threads for subscribers. */
  private static final int READERS = 300;

  private final InMemoryTransport broker = new InMemoryTransport();
  private final RpcNode worker =
      RpcNode.builder("worker")
          .transport(broker)
          .register(new Count.Skeleton(end -> IntStream.range(0, end).boxed()))
          .start();
  private final RpcNode caller = RpcNode.builder("caller").transport(broker).start();
  private final Count.Stub stub = new Count.Stub(caller.channelToAny());
  private final CountDownLatch ended = new CountDownLatch(READERS);
  private final CountDownLatch allRead = new CountDownLatch(256);
  private final Queue<Object> read = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    caller.close();
    worker.close();
    broker.close();
  }

  private final class Outer implements Flow.Subscriber<Integer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(Integer item) {
      allRead.countDown();
      try (Stream<Integer> inner = stub.to(3)) {
        assertTrue(allRead.await(30, TimeUnit.SECONDS), "all threads are taken");
        read.add(inner.count());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        read.add(interrupted);
      } catch (RuntimeException | Error failure) {
        read.add(failure);
      } finally {
        ended.countDown();
      }
    }

    @Override
    public void onError(Throwable failure) {
      read.add(failure);
    }

    @Override
    public void onComplete() {}
  }

  @Test
  void eachHasItsItemsThoughAllThreadsOfSubscribersWait() throws Exception {
    for (int reader = 0; reader < READERS; reader++) {
      stub.publisherTo(1).subscribe(new Outer());
    }
    assertTrue(ended.await(60, TimeUnit.SECONDS), () -> read.toString());
    assertEquals(READERS, read.size());
    assertTrue(read.stream().allMatch(count -> count.equals(3L)), () -> read.toString());
  }
}
