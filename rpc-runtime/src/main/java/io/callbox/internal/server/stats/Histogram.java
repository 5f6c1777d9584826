package io.callbox.internal.server.stats;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts durations in buckets that double: 1 µs, 2 µs, 4 µs and so on up to an hour. Adding costs a
 * few nanoseconds. Safe for use by many threads.
 */
public final class Histogram {

  /** The last bucket counts durations of more than an hour. */
  private static final int BUCKETS = 33;

  private final LongAdder[] buckets = new LongAdder[BUCKETS];
  private final LongAdder totalMicros = new LongAdder();

  Histogram() {
    for (int index = 0; index < BUCKETS; index++) {
      buckets[index] = new LongAdder();
    }
  }

  /** Counts a duration; a negative one counts as 0. */
  void add(long micros) {
    long length = Math.max(0, micros);
    int index = length <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(length - 1);
    buckets[Math.min(index, BUCKETS - 1)].increment();
    totalMicros.add(length);
  }

  /** Returns how many durations were added so far, without stopping other threads. */
  public long count() {
    long count = 0;
    for (LongAdder bucket : buckets) {
      count += bucket.sum();
    }
    return count;
  }

  /** Returns the counts so far, without stopping other threads. */
  Snapshot snapshot() {
    long[] counts = new long[BUCKETS];
    for (int index = 0; index < BUCKETS; index++) {
      counts[index] = buckets[index].sum();
    }
    return new Snapshot(counts, totalMicros.sum());
  }

  /**
   * The counts at one moment.
   *
   * @param counts the number of durations in each bucket
   * @param totalMicros the sum of all durations
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Snapshot(long[] counts, long totalMicros) {

    public long count() {
      long sum = 0;
      for (long count : counts) {
        sum += count;
      }
      return sum;
    }

    /** The longest duration that a bucket counts. */
    public static long upperMicros(int bucket) {
      return 1L << bucket;
    }

    /**
     * Returns a duration, the upper end of a bucket, that this share of all did not exceed; 0 for
     * none.
     */
    public long quantileMicros(double share) {
      long count = count();
      long rank = (long) Math.ceil(share * count);
      long seen = 0;
      for (int bucket = 0; count > 0 && bucket < counts.length; bucket++) {
        seen += counts[bucket];
        if (seen >= rank) {
          return upperMicros(bucket);
        }
      }
      return 0;
    }
  }
}
