package io.callbox.benchmarks.driver;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What Java has from 21 on, and this code, which is for 17 too, cannot name. */
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
