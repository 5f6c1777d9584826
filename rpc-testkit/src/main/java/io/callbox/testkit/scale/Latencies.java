package io.callbox.testkit.scale;

import java.util.Arrays;

/** The durations of calls, in microseconds. Belongs to its simulation. */
final class Latencies {

  private double[] all = new double[1_024];
  private int count;

  void add(double micros) {
    if (count == all.length) {
      all = Arrays.copyOf(all, 2 * count);
    }
    all[count++] = micros;
  }

  /** Returns the duration that this part of the calls does not exceed; 0 if there were none. */
  double at(double part) {
    if (count == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(all, count);
    Arrays.sort(sorted);
    return sorted[(int) (part * (count - 1))];
  }
}
