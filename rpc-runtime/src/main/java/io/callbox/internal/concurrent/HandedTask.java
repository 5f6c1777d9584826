package io.callbox.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A task that runs once: on an executor, or beside it if it does not take the task. Safe for use by
 * many threads.
 */
public final class HandedTask implements Runnable {

  private final Runnable task;

  /** Guard against race with an executor that has taken the task, and has thrown all the same. */
  private final AtomicBoolean begun = new AtomicBoolean();

  private HandedTask(Runnable task) {
    this.task = task;
  }

  /** Runs a task soon on the executor, or now on the calling thread. */
  public static void run(Executor executor, Runnable task) {
    HandedTask handed = new HandedTask(task);
    if (!TaskSequence.isTaken(executor, handed)) {
      handed.run();
    }
  }

  @Override
  public void run() {
    if (begun.compareAndSet(false, true)) {
      task.run();
    }
  }
}
