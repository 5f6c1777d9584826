package io.callbox.internal.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Waiting tasks in lanes: tasks of one lane keep their order, and lanes take turns. So many tasks
 * of one kind do not delay a few of another. Safe for use by many threads.
 */
final class TaskLanes {

  /** The lanes that have tasks, each once. */
  private final Queue<Lane> turns = new ConcurrentLinkedQueue<>();

  private final AtomicInteger size = new AtomicInteger();

  /** Tasks of one kind. */
  static final class Lane {

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
  }

  /**
   * Adds a task. The thread that adds the first task to a lane gives the lane a turn. Returns how
   * many tasks wait now.
   */
  int add(Lane lane, Runnable task) {
    lane.tasks.add(task);
    if (lane.waiting.getAndIncrement() == 0) {
      turns.add(lane);
    }
    return size.incrementAndGet();
  }

  /** Removes the next task; null if none waits. */
  @Nullable Runnable poll() {
    Lane lane = turns.poll();
    if (lane == null) {
      return null;
    }
    size.decrementAndGet();
    if (lane.waiting.decrementAndGet() > 0) {
      turns.add(lane); // must come first: other threads look here for tasks
    }
    return lane.tasks.poll();
  }

  /** Counts the tasks; one that is being added or removed may count or not. */
  int size() {
    return size.get();
  }

  boolean isEmpty() {
    return turns.isEmpty();
  }

  /** Drops all waiting tasks. */
  void clear() {
    while (poll() != null) {
      Thread.onSpinWait();
    }
  }
}
