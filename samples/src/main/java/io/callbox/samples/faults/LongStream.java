package io.callbox.samples.faults;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A stream of ten million items, from a process whose heap could not hold a tenth of them to this
 * one, whose heap is the same at the end as at the beginning.
 */
final class LongStream {

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int ITEMS_TO_A_CALL = 100;
  private static final long MOST_GROWTH = 8L << 20;

  private LongStream() {}

  static List<Scenario> all() {
    return List.of(new Scenario("stream-long", LongStream::read));
  }

  private static List<Row> read(Bench bench) throws Exception {
    String[] giver = {bench.redis.directUri(), "giver", bench.logs.of("giver").toString()};
    bench.keep(Worker.start(List.of(), CountedNumbers.class, giver)).awaitReady();
    Numbers numbers = new NumbersStub(bench.caller().channelToAny());
    int items = bench.scale.calls() * ITEMS_TO_A_CALL;
    Tally tally = new Tally();
    Reading reading = new Reading(items);
    tally.count(() -> reading.isWhole(numbers));
    Promise promise = Promise.within(PATIENCE).failingNone().saying(reading.toString());
    return List.of(new Row("one long stream", tally, bench.logs.twice("count"), promise));
  }

  /** Reads a stream, and looks at the heap after a hundredth of it and at its end. */
  private static final class Reading {

    private final int items;
    private long early;
    private long late;
    private Duration time = Duration.ZERO;

    Reading(int items) {
      this.items = items;
    }

    boolean isWhole(Numbers numbers) {
      long start = System.nanoTime();
      try (Stream<Integer> stream = numbers.count(0, items)) {
        Iterator<Integer> each = stream.iterator();
        for (int expected = 0; expected < items; expected++) {
          if (each.next() != expected) {
            return false;
          }
          if (expected == items / 100) {
            early = usedHeap();
          }
        }
        late = usedHeap();
        time = Duration.ofNanos(System.nanoTime() - start);
        return !each.hasNext() && late - early < MOST_GROWTH;
      }
    }

    private static long usedHeap() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d items, %,.0f a second; the reader's heap %.1f MiB after a hundredth, %.1f MiB at the"
              + " end; the giver's at most 128 MiB",
          items,
          items / Math.max(1e-3, time.toMillis() / 1e3),
          early / 1048576.0,
          late / 1048576.0);
    }
  }
}
