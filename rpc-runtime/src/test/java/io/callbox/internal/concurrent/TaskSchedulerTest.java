package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class TaskSchedulerTest {

  private final TaskScheduler later = new TaskScheduler("later", new InMemoryTransport().clock());

  @Test
  void taskThatFailsEndsNothing() throws Exception {
    later.run(
        Duration.ZERO,
        () -> {
          throw new IllegalStateException("on purpose");
        });
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    later.run(Duration.ofMillis(1), () -> ran.complete(Thread.currentThread()));
    assertTrue(ran.get(10, TimeUnit.SECONDS).isDaemon());
    later.close();
  }

  @Test
  void taskThatIsForgottenDoesNotRun() throws Exception {
    AtomicBoolean forgotten = new AtomicBoolean();
    later.run(Duration.ofMillis(50), () -> forgotten.set(true)).run();
    CompletableFuture<Boolean> after = new CompletableFuture<>();
    later.run(Duration.ofMillis(60), () -> after.complete(forgotten.get()));
    assertEquals(false, after.get(10, TimeUnit.SECONDS));
    later.close();
  }

  @Test
  void tasksRunInTheTimeOfAClockThatATestMoves() {
    SteppedClock clock = new SteppedClock();
    TaskScheduler stepped = new TaskScheduler("stepped", clock);
    List<String> ran = new ArrayList<>();
    stepped.run(Duration.ofDays(1), () -> ran.add("a day later"));
    stepped.run(Duration.ofDays(1), () -> ran.add("cancelled")).run();
    clock.tasks.forEach(Runnable::run);
    assertEquals(List.of("a day later"), ran);
    stepped.close();
    clock.tasks.forEach(Runnable::run);
    assertEquals(List.of("a day later"), ran);
  }

  @Test
  void closedItRunsTasksAtOnce() {
    later.close();
    AtomicBoolean ran = new AtomicBoolean();
    later.run(Duration.ofDays(1), () -> ran.set(true));
    assertTrue(ran.get());
  }
}
