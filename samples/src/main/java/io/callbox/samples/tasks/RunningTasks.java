package io.callbox.samples.tasks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** The tasks that a node is busy with, by id. Safe for use by many threads. */
final class RunningTasks {

  private final ConcurrentMap<String, CompletableFuture<Boolean>> tasks = new ConcurrentHashMap<>();

  /**
   * Runs a task that does nothing but take its time, and says whether it came to its end. A second
   * task of the same id joins the first, and ends with it.
   */
  boolean run(String id, Duration length) {
    CompletableFuture<Boolean> task = tasks.computeIfAbsent(id, any -> start(length));
    boolean finished = task.join();
    tasks.remove(id, task);
    return finished;
  }

  /** Ends a task, if it is running. */
  void cancel(String id) {
    CompletableFuture<Boolean> task = tasks.get(id);
    if (task != null) {
      task.complete(false);
    }
  }

  /** The ids of what is running, sorted. */
  List<String> ids() {
    return tasks.keySet().stream().sorted().toList();
  }

  private static CompletableFuture<Boolean> start(Duration length) {
    return new CompletableFuture<Boolean>()
        .completeOnTimeout(true, length.toMillis(), TimeUnit.MILLISECONDS);
  }
}
