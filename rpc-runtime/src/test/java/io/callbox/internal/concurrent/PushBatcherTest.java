package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.PushResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

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

  /** So it can do what follows for all of them at once. */
  @Test
  void placeHearsWhenAllOfABatchHaveTheirResults() {
    List<String> heard = new ArrayList<>();
    List<CompletableFuture<PushResult>> answers = new ArrayList<>();
    PushBatcher<String, Noted> noted = new PushBatcher<>(new NotedTarget(answers, heard));
    for (String name : List.of("a", "b", "c")) {
      noted.push("place", new Noted(name, heard));
    }
    answers.get(0).complete(PushResult.ALL);
    answers.get(1).completeExceptionally(new IllegalStateException("on purpose"));
    assertEquals(List.of("a", "received 1", "not b", "not c", "received 2"), heard);
  }

  @Test
  void messageThatFailsKeepsTheResultFromNoOther() {
    List<String> heard = new ArrayList<>();
    List<CompletableFuture<PushResult>> answers = new ArrayList<>();
    PushBatcher<String, Noted> noted = new PushBatcher<>(new NotedTarget(answers, heard));
    for (String name : List.of("first", "fails", "b", "fails", "c")) {
      noted.push("place", new Noted(name, heard));
    }
    answers.get(0).complete(PushResult.ALL);
    answers.get(1).complete(PushResult.ALL);
    assertEquals(List.of("first", "received 1", "fails", "b", "fails", "c", "received 4"), heard);
  }

  @Test
  void pushThatCannotBeMadeIsTheEndOfNoOther() {
    List<String> heard = new ArrayList<>();
    List<CompletableFuture<PushResult>> answers = new ArrayList<>();
    NotedTarget target = new NotedTarget(answers, heard);
    AtomicInteger pushes = new AtomicInteger();
    PushBatcher<String, Noted> noted =
        new PushBatcher<>(
            (place, batch) -> {
              if (pushes.incrementAndGet() == 1) {
                throw new AssertionError("an error, as it should be in this test");
              }
              return target.push(place, batch);
            });
    noted.push("place", new Noted("a", heard));
    noted.push("place", new Noted("b", heard));
    answers.get(0).complete(PushResult.ALL);
    assertEquals(List.of("not a", "b"), heard);
  }

  private record NotedTarget(List<CompletableFuture<PushResult>> answers, List<String> heard)
      implements PushBatcher.Target<String, Noted> {

    @Override
    public CompletionStage<PushResult> push(String place, List<Noted> messages) {
      CompletableFuture<PushResult> answer = new CompletableFuture<>();
      answers.add(answer);
      return answer;
    }

    @Override
    public void received(List<Noted> messages) {
      heard.add("received " + messages.size());
    }
  }

  private record Noted(String name, List<String> heard) implements PushBatcher.Message {

    @Override
    public int bytes() {
      return 1;
    }

    @Override
    public void pushed() {
      heard.add(name);
      if (name.equals("fails")) {
        throw new IllegalStateException("a message that fails, as it should in this test");
      }
    }

    @Override
    public void notPushed(Throwable reason) {
      heard.add("not " + name);
    }
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
