package io.callbox.benchmarks.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts the calls of one load, and how long they took. Safe for use by many threads. */
final class Tally {

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);

  private final Histogram latencies = new ConcurrentHistogram(LONGEST, 3);
  private final Histogram corrected = new ConcurrentHistogram(LONGEST, 3);
  private final LongAdder wrong = new LongAdder();
  private final long start = System.nanoTime();

  void done(long nanos, boolean right) {
    latencies.recordValue(Math.min(LONGEST, Math.max(1, nanos)));
    if (!right) {
      wrong.increment();
    }
  }

  /** From when a call should have started, which coordinated omission leaves out. */
  void doneSinceIntended(long nanos) {
    corrected.recordValue(Math.min(LONGEST, Math.max(1, nanos)));
  }

  Fields fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("nanos", Long.toString(System.nanoTime() - start));
    fields.put("calls", Long.toString(latencies.getTotalCount()));
    fields.put("wrong", Long.toString(wrong.sum()));
    put(fields, "", latencies);
    put(fields, "c", corrected);
    return new Fields(fields);
  }

  private static void put(Map<String, String> fields, String prefix, Histogram histogram) {
    if (histogram.getTotalCount() > 0) {
      fields.put(prefix + "p50", micros(histogram.getValueAtPercentile(50)));
      fields.put(prefix + "p99", micros(histogram.getValueAtPercentile(99)));
      fields.put(prefix + "p999", micros(histogram.getValueAtPercentile(99.9)));
      fields.put(prefix + "max", micros(histogram.getMaxValue()));
    }
  }

  private static String micros(long nanos) {
    return Double.toString(nanos / 1_000.0);
  }
}
