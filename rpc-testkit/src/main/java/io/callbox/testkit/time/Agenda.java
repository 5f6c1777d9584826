package io.callbox.testkit.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen when: tasks, and the ends of waits. Whatever is due at the same instant happens
 * in the order in which it was asked for. Not safe for use by many threads.
 */
final class Agenda {

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
  private final List<Wait> waits = new ArrayList<>();
  private long lastNumber;

  private record Task(long due, long number, Runnable run) {}

  /** A number above all before it. */
  long nextNumber() {
    return ++lastNumber;
  }

  /** Adds a task. Returns what removes it. */
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

  /** When the next thing is due; null for never. */
  @Nullable Long nextDue() {
    Task task = tasks.peek();
    Wait wait = firstWait();
    long next = Math.min(task == null ? Long.MAX_VALUE : task.due, dueOf(wait));
    return next == Long.MAX_VALUE ? null : next;
  }

  /** Takes out the tasks that are due by then. */
  List<Runnable> takeTasks(long instant) {
    List<Runnable> due = new ArrayList<>();
    for (Task task = tasks.peek(); task != null && task.due <= instant; task = tasks.peek()) {
      due.add(tasks.remove().run);
    }
    return due;
  }

  /** The waits whose time is over by then. */
  List<Wait> waits(long instant) {
    return waits.stream().filter(wait -> !wait.isOver() && wait.due <= instant).toList();
  }

  /** The wait that ends next, unless a task comes before it. */
  @Nullable Wait waitBeforeTasks() {
    Task task = tasks.peek();
    Wait wait = firstWait();
    boolean first =
        task == null
            || dueOf(wait) < task.due
            || (wait != null && wait.due == task.due && wait.number < task.number);
    return first ? wait : null;
  }

  /** Takes the next task out. */
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
