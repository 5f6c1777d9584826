package io.callbox.testkit.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The future events: tasks, and the ends of waits. Events of the same instant happen in the order
 * in which they were added. Not safe for use by many threads.
 */
final class Agenda {

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
  private final List<Wait> waits = new ArrayList<>();
  private long lastNumber;

  private record Task(long due, long number, Runnable run) {}

  /** Returns a number greater than all before. */
  long nextNumber() {
    return ++lastNumber;
  }

  /** Adds a task. Returns an action that removes it. */
  Runnable add(long due, Runnable run) {
    Task task = new Task(due, nextNumber(), run);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  void add(Wait wait) {
    waits.add(wait);
  }

  void remove(Wait wait) {
    waits.remove(wait);
  }

  int count(Predicate<Wait> which) {
    return (int) waits.stream().filter(which).count();
  }

  /** Returns the time of the next event; null if there is none. */
  @Nullable Long nextDue() {
    Task task = tasks.peek();
    Wait wait = firstWait();
    long next = Math.min(task == null ? Long.MAX_VALUE : task.due, dueOf(wait));
    return next == Long.MAX_VALUE ? null : next;
  }

  /** Removes and returns the tasks that are due by then. */
  List<Runnable> takeTasks(long instant) {
    List<Runnable> due = new ArrayList<>();
    for (Task task = tasks.peek(); task != null && task.due <= instant; task = tasks.peek()) {
      due.add(tasks.remove().run);
    }
    return due;
  }

  /** Returns the waits that end by then. */
  List<Wait> waits(long instant) {
    return waits.stream().filter(wait -> !wait.isOver() && wait.due <= instant).toList();
  }

  /** Returns the wait that ends next, unless a task comes before it. */
  @Nullable Wait waitBeforeTasks() {
    Task task = tasks.peek();
    Wait wait = firstWait();
    boolean first =
        task == null
            || dueOf(wait) < task.due
            || (wait != null && wait.due == task.due && wait.number < task.number);
    return first ? wait : null;
  }

  /** Removes and returns the next task. */
  Runnable takeTask() {
    return tasks.remove().run;
  }

  private @Nullable Wait firstWait() {
    Wait first = null;
    for (Wait wait : waits) {
      boolean earlier =
          first == null
              || wait.due < first.due
              || (wait.due == first.due && wait.number < first.number);
      first = !wait.isOver() && earlier ? wait : first;
    }
    return first;
  }

  private static long dueOf(@Nullable Wait wait) {
    return wait == null ? Long.MAX_VALUE : wait.due;
  }
}
