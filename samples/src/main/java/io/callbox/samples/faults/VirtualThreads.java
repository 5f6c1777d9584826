package io.callbox.samples.faults;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, which this code starts by reflection because it also compiles for Java 17. */
final class VirtualThreads {

  private static final int FIRST = 21;

  private VirtualThreads() {}

  /** Returns whether this JVM has them. */
  static boolean exist() {
    return Runtime.version().feature() >= FIRST;
  }

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
  static ExecutorService executor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException absent) {
      throw new IllegalStateException("virtual threads need Java 21", absent);
    }
  }
}
