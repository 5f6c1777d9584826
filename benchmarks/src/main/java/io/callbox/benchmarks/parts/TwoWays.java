package io.callbox.benchmarks.parts;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Two ways to do the same, which take turns of ten milliseconds of this thread's processor time:
 * whatever else the machine does meets both. For one thread.
 */
final class TwoWays {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long TURN_NANOS = 10_000_000;
  private static final int WARM_UP = 100;
  private static final int ROUNDS = 200;
  private static final int CALLS = 16;

  private Object last = "";

  /** A way to do it. */
  interface Way {
    Object run() throws Exception;
  }

  /**
   * The cost of one call.
   *
   * @param nanos nanoseconds in the median turn
   * @param bytes the number of bytes that it allocated
   */
  record Cost(double nanos, double bytes) {}

  /**
   * The comparison of the two ways.
   *
   * @param ratio the time of the second divided by that of the first, in the median round
   */
  record Outcome(Cost first, Cost second, double ratio) {}

  Outcome of(Way first, Way second) throws Exception {
    double[] ratios = new double[ROUNDS];
    Cost[] ours = new Cost[ROUNDS];
    Cost[] theirs = new Cost[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      Cost before = round % 2 == 0 ? turn(first) : turn(second);
      Cost after = round % 2 == 0 ? turn(second) : turn(first);
      if (round >= 0) {
        ours[round] = round % 2 == 0 ? before : after;
        theirs[round] = round % 2 == 0 ? after : before;
        ratios[round] = theirs[round].nanos / ours[round].nanos;
      }
    }
    Arrays.sort(ratios);
    return new Outcome(median(ours), median(theirs), ratios[ROUNDS / 2]);
  }

  private static Cost median(Cost[] turns) {
    double[] nanos = Arrays.stream(turns).mapToDouble(Cost::nanos).sorted().toArray();
    double[] bytes = Arrays.stream(turns).mapToDouble(Cost::bytes).sorted().toArray();
    return new Cost(nanos[ROUNDS / 2], bytes[ROUNDS / 2]);
  }

  private Cost turn(Way way) throws Exception {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long begun = THREADS.getCurrentThreadCpuTime();
    long now = begun;
    double calls = 0;
    for (; now - begun < TURN_NANOS; now = THREADS.getCurrentThreadCpuTime()) {
      for (int call = 0; call < CALLS; call++) {
        last = way.run(); // kept, or the compiler would leave it out
      }
      calls += CALLS;
    }
    return new Cost(
        (now - begun) / calls, (THREADS.getCurrentThreadAllocatedBytes() - bytes) / calls);
  }

  @Override
  public String toString() {
    return "turns, the last of which gave " + last;
  }
}
