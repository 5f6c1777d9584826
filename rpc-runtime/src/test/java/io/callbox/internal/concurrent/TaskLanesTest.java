package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TaskLanesTest {

  private final TaskLanes lanes = new TaskLanes();
  private final TaskLanes.Lane loud = new TaskLanes.Lane();
  private final TaskLanes.Lane calm = new TaskLanes.Lane();
  private final List<String> ran = new ArrayList<>();

  @Test
  void lanesTakeTurnsAndTasksOfOneKeepTheirOrder() {
    for (int task = 1; task <= 4; task++) {
      add(loud, "loud" + task);
    }
    add(calm, "calm1");
    add(calm, "calm2");
    runAll();
    assertEquals(List.of("loud1", "calm1", "loud2", "calm2", "loud3", "loud4"), ran);
    assertTrue(lanes.isEmpty());
  }

  @Test
  void laneThatWasEmptyHasTurnsAgain() {
    add(calm, "calm1");
    runAll();
    assertNull(lanes.poll());
    add(loud, "loud1");
    add(calm, "calm2");
    runAll();
    assertEquals(List.of("calm1", "loud1", "calm2"), ran);
  }

  @Test
  void waitingTasksAreForgotten() {
    add(loud, "loud1");
    add(calm, "calm1");
    lanes.clear();
    assertTrue(lanes.isEmpty());
    assertNull(lanes.poll());
  }

  @Test
  void noneOfManyTasksOfManyThreadsIsForgotten() throws InterruptedException {
    int tasks = 50_000;
    CountDownLatch left = new CountDownLatch(4 * tasks);
    List<TaskLanes.Lane> some = List.of(loud, calm, new TaskLanes.Lane());
    for (int source = 0; source < 4; source++) {
      new Thread(
              () -> {
                for (int task = 0; task < tasks; task++) {
                  lanes.add(some.get(task % some.size()), left::countDown);
                }
              })
          .start();
      new Thread(() -> runUntilNoneIsLeft(left)).start();
    }
    assertTrue(left.await(20, TimeUnit.SECONDS), left + " tasks never ran");
  }

  private void runUntilNoneIsLeft(CountDownLatch left) {
    while (left.getCount() > 0) {
      Runnable task = lanes.poll();
      if (task != null) {
        task.run();
      }
    }
  }

  private void add(TaskLanes.Lane lane, String name) {
    lanes.add(lane, () -> ran.add(name));
  }

  private void runAll() {
    while (!lanes.isEmpty()) {
      Runnable task = lanes.poll();
      assertNotNull(task);
      task.run();
    }
  }
}
