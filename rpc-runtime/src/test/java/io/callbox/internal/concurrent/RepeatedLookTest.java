package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When looks follow each other. */
final class RepeatedLookTest {

  private final SteppedClock clock = new SteppedClock();
  private final TaskScheduler later = new TaskScheduler("later", clock);
  private final List<String> things = new ArrayList<>();
  private int looked;
  private Runnable look = () -> looked++;
  private final RepeatedLook looks =
      new RepeatedLook(later, Duration.ofDays(1), () -> !things.isEmpty(), () -> look.run());

  @AfterEach
  void close() {
    later.close();
  }

  private void dayPasses() {
    List<Runnable> due = List.copyOf(clock.tasks);
    clock.tasks.clear();
    due.forEach(Runnable::run);
  }

  private void add() {
    things.add("one");
    looks.keepLooking();
  }

  @Test
  void oneLookIsToComeHoweverMuchIsAdded() {
    add();
    add();
    assertEquals(1, clock.tasks.size());
    dayPasses();
    assertEquals(1, looked);
    assertEquals(1, clock.tasks.size(), "things are left, so another look follows");
  }

  @Test
  void nothingRunsWhileThereIsNothing() {
    looks.keepLooking();
    assertEquals(List.of(), clock.tasks);
    add();
    look = things::clear;
    dayPasses();
    assertEquals(List.of(), clock.tasks);
    add();
    assertEquals(1, clock.tasks.size());
  }

  @Test
  void looksFollowOneThatFailedThoughNothingIsAdded() {
    add();
    look =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    dayPasses();
    look = () -> looked++;
    dayPasses();
    assertEquals(1, looked);
  }

  @Test
  void additionAfterAFailedLookIsLookedAt() {
    look =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    add();
    dayPasses();
    look = () -> looked++;
    add();
    dayPasses();
    assertEquals(1, looked);
  }
}
