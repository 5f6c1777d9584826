package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class SideThreadTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final SideThread beside = new SideThread("beside");
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    end.countDown();
    beside.close();
  }

  @Test
  void taskRunsOnTheOtherThreadAndIsWaitedFor() throws Exception {
    beside.run(() -> done.add(Thread.currentThread().getName()), LONG);
    assertEquals(List.of("beside"), done);
  }

  @Test
  void taskThatTakesLongIsNotWaitedForLongAndNoOtherBeginsBesideIt() throws Exception {
    beside.run(this::takeLong, SHORT);
    beside.run(() -> done.add("another"), SHORT);
    end.countDown();
    beside.awaitEnd(LONG);
    assertEquals(List.of("long"), done);
  }

  @Test
  void nextTaskBeginsAfterALongOne() throws Exception {
    beside.run(this::takeLong, SHORT);
    end.countDown();
    while (!done.contains("next")) {
      beside.run(() -> done.add("next"), LONG);
    }
    assertEquals(List.of("long", "next"), done);
  }

  @Test
  void failureOfATaskIsSeenAndTheNextOneRuns() throws Exception {
    Runnable broken =
        () -> {
          throw new IllegalArgumentException("broken");
        };
    assertThrows(IllegalStateException.class, () -> beside.run(broken, LONG));
    beside.run(() -> done.add("next"), LONG);
    assertEquals(List.of("next"), done);
  }

  @Test
  void noTaskBeginsAfterTheEnd() throws Exception {
    beside.close();
    beside.run(() -> done.add("late"), LONG);
    beside.awaitEnd(LONG);
    assertEquals(List.of(), done);
  }

  @Test
  void endDoesNotWaitLongerThanItMay() throws Exception {
    CompletableFuture<String> ended = new CompletableFuture<>();
    beside.run(this::takeLong, SHORT);
    Thread closer = new Thread(() -> awaitEnd(ended));
    closer.start();
    assertEquals("ended", ended.get(60, TimeUnit.SECONDS));
    assertEquals(List.of(), done);
  }

  private void awaitEnd(CompletableFuture<String> ended) {
    try {
      beside.awaitEnd(SHORT);
      ended.complete("ended");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeLong() {
    try {
      end.await();
      done.add("long");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
