package io.callbox.benchmarks.driver;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Figures that only a process itself can tell. */
final class Self {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Self() {}

  /** Returns the number of bytes that the living threads have allocated so far. */
  static long allocatedBytes() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  static int threads() {
    return THREADS.getThreadCount();
  }

  /** Collects garbage, and returns the number of bytes that are left in the heap. */
  private static long heldBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The answer to a line: {@code held=1} asks for the heap too, which takes a collection. */
  static Fields answer(Fields asked) {
    return asked.values().containsKey("held")
        ? Fields.parse("held=" + heldBytes() + " threads=" + threads())
        : fields();
  }

  static Fields fields() {
    return Fields.parse("allocated=" + allocatedBytes() + " threads=" + threads());
  }
}
