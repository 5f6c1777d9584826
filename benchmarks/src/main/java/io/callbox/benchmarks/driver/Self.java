package io.callbox.benchmarks.driver;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Figures that only a process itself can tell. */
final class Self {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Self() {}

  /** What the living threads have allocated so far, in bytes. */
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

  static Fields fields() {
    return Fields.parse("allocated=" + allocatedBytes() + " threads=" + threads());
  }
}
