package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

final class HandedTaskTest {

  private final List<String> runs = new ArrayList<>();

  @Test
  void taskThatTheExecutorRefusesRunsBesideIt() {
    HandedTask.run(
        refused -> {
          throw new RejectedExecutionException("closed");
        },
        () -> runs.add("one"));
    HandedTask.run(
        refused -> {
          throw new OutOfMemoryError("unable to create native thread");
        },
        () -> runs.add("two"));
    assertEquals(List.of("one", "two"), runs);
  }

  @Test
  void taskOfAnExecutorThatHasTakenItAndThrowsAllTheSameRunsOnce() {
    List<Runnable> kept = new ArrayList<>();
    HandedTask.run(
        task -> {
          kept.add(task);
          throw new RejectedExecutionException("its queue was too long for a moment");
        },
        () -> runs.add("one"));
    kept.forEach(Runnable::run);
    assertEquals(List.of("one"), runs);
  }

  @Test
  void failureOfTheTaskIsNotTakenForARefusal() {
    Runnable failing =
        () -> {
          runs.add("one");
          throw new IllegalStateException("broken");
        };
    List<Runnable> kept = new ArrayList<>();
    HandedTask.run(kept::add, failing);
    assertThrows(IllegalStateException.class, kept.get(0)::run);
    assertEquals(List.of("one"), runs);
  }
}
