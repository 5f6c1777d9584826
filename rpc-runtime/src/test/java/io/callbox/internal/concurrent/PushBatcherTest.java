package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.PushResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;

final class PushBatcherTest {

  private static final int PUSHES = 20_000;
  private static final int SENDERS = 4;

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger pushed = new AtomicInteger();
  private final AdaptiveExecutor broker = new AdaptiveExecutor("broker", 4);
  private final PushBatcher<String, Sent> batcher = new PushBatcher<>(new Target());

  /** Pushes that end elsewhere, while idle places are forgotten all the time. Each is made once. */
  @RepeatedTest(20)
  void onePushPerPlaceIsUnderWayThoughPlacesAreForgotten() throws Exception {
    CountDownLatch senders = new CountDownLatch(SENDERS);
    for (int sender = 0; sender < SENDERS; sender++) {
      new Thread(() -> send(senders)).start();
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!senders.await(0, TimeUnit.SECONDS)) {
      assertTrue(System.nanoTime() < end, "not all pushed");
      batcher.forgetIdle();
    }
    assertEquals(SENDERS * PUSHES, pushed.get());
    assertEquals(1, most.get());
    broker.close();
  }

  private void send(CountDownLatch senders) {
    CountDownLatch left = new CountDownLatch(PUSHES);
    for (int message = 0; message < PUSHES; message++) {
      batcher.push("place", new Sent(left));
    }
    try {
      assertTrue(left.await(20, TimeUnit.SECONDS));
      senders.countDown();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Target implements PushBatcher.Target<String, Sent> {

    @Override
    public CompletionStage<PushResult> push(String place, List<Sent> messages) {
      assertTrue(!messages.isEmpty());
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      pushed.addAndGet(messages.size());
      return CompletableFuture.supplyAsync(this::end, broker);
    }

    private PushResult end() {
      underWay.decrementAndGet();
      return PushResult.ALL;
    }
  }

  private record Sent(CountDownLatch left) implements PushBatcher.Message {

    @Override
    public int bytes() {
      return 1;
    }

    @Override
    public void pushed() {
      left.countDown();
    }

    @Override
    public void notPushed(Throwable reason) {}
  }
}
