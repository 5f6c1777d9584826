package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.transport.PushResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Few messages wait for others where many have left together. */
final class WaitForOthersTest {

  private final List<Integer> pushes = new ArrayList<>();
  private final SteppedClock clock = new SteppedClock();
  private final TaskScheduler timer = new TaskScheduler("timer", clock);
  private CompletableFuture<PushResult> underWay = new CompletableFuture<>();
  private final PushBatcher<String, Small> batcher = new PushBatcher<>(this::push, timer);

  @AfterEach
  void end() {
    timer.close();
  }

  @Test
  void fewWaitUntilManyHaveGathered() {
    crowd(batcher);
    assertEquals(List.of(1, 200), pushes);
    send(batcher, 127);
    assertEquals(List.of(1, 200), pushes);
    send(batcher, 1);
    assertEquals(List.of(1, 200, 129), pushes);
  }

  @Test
  void fewWaitForAmoment() {
    crowd(batcher);
    send(batcher, 1);
    clock.nanos += Duration.ofMillis(1).toNanos();
    clock.tasks.forEach(Runnable::run);
    clock.tasks.forEach(Runnable::run);
    assertEquals(List.of(1, 200, 2), pushes);
  }

  @Test
  void nobodyWaitsWhereManyLeftLongAgo() {
    crowd(batcher);
    batcher.release();
    clock.nanos += Duration.ofMillis(6).toNanos();
    underWay.complete(PushResult.ALL);
    send(batcher, 1);
    assertEquals(List.of(1, 200, 1, 1), pushes);
  }

  @Test
  void closingTheSchedulerPushesWaitingMessages() {
    crowd(batcher);
    batcher.release();
    batcher.release();
    assertEquals(List.of(1, 200, 1), pushes);
  }

  @Test
  void nobodyWaitsWithoutTimer() {
    crowd(new PushBatcher<>(this::push));
    assertEquals(List.of(1, 200, 1), pushes);
  }

  private CompletableFuture<PushResult> push(String place, List<Small> messages) {
    pushes.add(messages.size());
    underWay = new CompletableFuture<>();
    return underWay;
  }

  /** One, then two hundred, then one more. */
  private void crowd(PushBatcher<String, Small> lane) {
    send(lane, 201);
    underWay.complete(PushResult.ALL);
    send(lane, 1);
    underWay.complete(PushResult.ALL);
  }

  private static void send(PushBatcher<String, Small> lane, int count) {
    for (int message = 0; message < count; message++) {
      lane.push("place", new Small());
    }
  }

  private record Small() implements PushBatcher.Message {

    @Override
    public int bytes() {
      return 1;
    }

    @Override
    public void pushed() {}

    @Override
    public void notPushed(Throwable reason) {}
  }
}
