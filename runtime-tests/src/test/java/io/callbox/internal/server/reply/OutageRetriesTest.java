package io.callbox.internal.server.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OutageRetriesTest {

  private final VirtualClock clock = new VirtualClock();
  private final TaskScheduler later = new TaskScheduler("later", clock);
  private final OutageRetries retries = new OutageRetries(later, clock);
  private final Deque<StatusCode> outages = new ArrayDeque<>();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    later.close();
  }

  @Test
  void stepIsRepeatedUntilRedisIsBack() {
    outages.add(StatusCode.UNAVAILABLE);
    outages.add(StatusCode.RESOURCE_EXHAUSTED);
    run(OutageRetries.NO_END);
    assertEquals(List.of("attempt", "held up"), seen);
    clock.advance(Duration.ofHours(1));
    assertEquals(List.of("attempt", "held up", "attempt", "held up", "attempt", "done"), seen);
  }

  /** A request whose acknowledgment were given up would seem never to have run. */
  @Test
  void stepIsRepeatedUntilItsRightIsBack() {
    outages.add(StatusCode.PERMISSION_DENIED);
    run(OutageRetries.NO_END);
    clock.advance(Duration.ofHours(1));
    assertEquals(List.of("attempt", "held up", "attempt", "done"), seen);
  }

  @Test
  void stepIsGivenUpAtItsEnd() {
    for (int outage = 0; outage < 100; outage++) {
      outages.add(StatusCode.UNAVAILABLE);
    }
    run(clock.nanoTime() + Duration.ofMillis(700).toNanos());
    clock.advance(Duration.ofHours(1));
    assertEquals(
        List.of("attempt", "held up", "attempt", "held up", "attempt", "UNAVAILABLE"), seen);
  }

  @Test
  void refusalIsFinal() {
    outages.add(StatusCode.INTERNAL);
    run(OutageRetries.NO_END);
    assertEquals(List.of("attempt", "INTERNAL"), seen);
  }

  @Test
  void stepIsTriedOnceAfterTheClose() {
    outages.add(StatusCode.UNAVAILABLE);
    retries.close();
    run(OutageRetries.NO_END);
    assertEquals(List.of("attempt", "UNAVAILABLE"), seen);
  }

  @Test
  void stepThatIsRefusedAtOnceIsGivenUpToo() {
    retries.run(
        new OutageRetries.Task<String>(
            () -> {
              throw new IllegalStateException("closed");
            },
            OutageRetries.NO_END,
            () -> seen.add("held up")),
        (done, failure) -> seen.add(String.valueOf(failure)));
    assertEquals(List.of("java.lang.IllegalStateException: closed"), seen);
  }

  /** Whoever waits for it is not held up by an answer that never comes. */
  @Test
  void stepThatIsLateIsBegun() {
    CompletableFuture<Void> unanswered = new CompletableFuture<>();
    CompletableFuture<?> begun = retries.begun(() -> unanswered, 60_000, lost -> seen.add("lost"));
    assertFalse(begun.isDone());
    clock.advance(Duration.ofSeconds(5));
    assertTrue(begun.isDone());
    assertEquals(List.of(), seen);
  }

  private void run(long endNanos) {
    retries.run(
        new OutageRetries.Task<>(this::attempt, endNanos, () -> seen.add("held up")),
        (done, failure) ->
            seen.add(failure instanceof RpcException refused ? refused.code().name() : done));
  }

  private CompletableFuture<String> attempt() {
    seen.add("attempt");
    StatusCode outage = outages.poll();
    return outage == null
        ? CompletableFuture.completedFuture("done")
        : CompletableFuture.failedFuture(new RpcException(outage, "on purpose"));
  }
}
