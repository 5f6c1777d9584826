package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.testing.Count;
import io.callbox.testkit.time.Await;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream whose producer takes longer for its first item than a call may take. */
@Timeout(60)
final class LateFirstItemTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMillis(100);

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryTransport broker = new InMemoryTransport(clock);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch there = new CountDownLatch(1);
  private final RpcNode worker =
      RpcNode.builder("worker").transport(broker).register(new Count.Skeleton(this::to)).start();
  private final RpcNode caller =
      RpcNode.builder("caller").transport(broker).timeout(TIMEOUT).start();

  @AfterEach
  void close() {
    there.countDown();
    caller.close();
    worker.close();
    broker.close();
  }

  private Stream<Integer> to(int end) {
    return IntStream.range(0, end).boxed().peek(item -> awaitFirst());
  }

  private void awaitFirst() {
    asked.countDown();
    Await.latch(there);
  }

  @Test
  void readerThatWaitsForItDoesNotCountAsOneThatNeverBegan() {
    CompletableFuture<List<Integer>> read = CompletableFuture.supplyAsync(this::readAll);
    Await.latch(asked);
    long end = clock.nanoTime() + TIMEOUT.multipliedBy(3).toNanos();
    Await.until("much time has passed", () -> isAfter(end));
    there.countDown();
    assertEquals(List.of(0, 1, 2), read.join());
  }

  private List<Integer> readAll() {
    try (Stream<Integer> items = new Count.Stub(caller.channelToAny()).to(3)) {
      return items.toList();
    }
  }

  private boolean isAfter(long endNanos) {
    clock.advance(STEP);
    return clock.nanoTime() - endNanos > 0;
  }
}
