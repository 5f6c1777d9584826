package io.callbox.benchmarks.driver;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Virtual threads, which this code starts by reflection because it also compiles for Java 17. */
public final class VirtualThreads {

  private VirtualThreads() {}

  /** Starts one. */
  static Thread start(Runnable task) {
    try {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    } catch (ReflectiveOperationException absent) {
      throw new IllegalStateException("virtual threads need Java 21", absent);
    }
  }

  /** Starts one for each task. */
  public static Executor executor() {
    try {
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException absent) {
      throw new IllegalStateException("virtual threads need Java 21", absent);
    }
  }
}
