package io.callbox.cli.command;

import io.callbox.cli.output.Spans;
import io.callbox.rpc.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Runs callers, each of which begins its next call when its last call has ended, and measures the
 * calls.
 */
final class BenchRun {

  private static final int BAR = 40;
  private static final long LOOK_MILLIS = 100;
  private static final double[] PARTS = {50, 90, 99, 99.9};

  private final RemoteCall call;
  private final int callers;

  /** The duration of successful calls in microseconds, with three significant digits. */
  private final ConcurrentHistogram latencies = new ConcurrentHistogram(3);

  private final Map<String, Long> errors = new ConcurrentSkipListMap<>();

  private Duration measured = Duration.ZERO;
  private volatile boolean counting;
  private volatile boolean ended;

  BenchRun(RemoteCall call, int callers) {
    this.call = call;
    this.callers = callers;
  }

  /** Receives the progress. */
  @FunctionalInterface
  interface Progress {
    void at(long done, long total);
  }

  /** Runs to the end, or until the calling thread is interrupted. */
  void run(Duration warmup, Duration duration, Progress progress) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      Thread thread = new Thread(this::callUntilEnd, "caller-" + caller);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
    try {
      TimeUnit.NANOSECONDS.sleep(warmup.toNanos());
      counting = true;
      long start = System.nanoTime();
      LongPredicate goesOn = now -> now - start < duration.toNanos();
      while (goesOn.test(System.nanoTime())) {
        TimeUnit.MILLISECONDS.sleep(Math.min(LOOK_MILLIS, duration.toMillis()));
        long passed = Math.min(System.nanoTime() - start, duration.toNanos());
        progress.at(TimeUnit.NANOSECONDS.toMillis(passed), duration.toMillis());
      }
      counting = false;
      measured = Duration.ofNanos(System.nanoTime() - start);
    } finally {
      ended = true;
    }
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    }
  }

  private void callUntilEnd() {
    while (!ended) {
      long start = System.nanoTime();
      String error = outcome();
      if (counting && error.isEmpty()) {
        latencies.recordValue((System.nanoTime() - start) / 1_000);
      } else if (counting) {
        errors.merge(error, 1L, Long::sum);
      }
    }
  }

  /** Returns the kind of failure of a call; empty if it succeeded. */
  private String outcome() {
    try {
      call.make().join();
      return "";
    } catch (CompletionException failure) {
      Throwable cause = failure.getCause();
      return cause instanceof RpcException failed ? failed.code().name() : String.valueOf(cause);
    }
  }

  Map<String, Long> errors() {
    return Map.copyOf(errors);
  }

  private double perSecond() {
    return latencies.getTotalCount() / (measured.toNanos() / 1e9);
  }

  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %d calls of %d callers in %s, %.0f a second",
            call.method(),
            latencies.getTotalCount(),
            callers,
            Spans.of(measured),
            perSecond()));
    if (latencies.getTotalCount() > 0) {
      StringBuilder line = new StringBuilder();
      for (double part : PARTS) {
        line.append("p").append(number(part)).append(' ');
        line.append(Spans.ofMicros(latencies.getValueAtPercentile(part))).append("   ");
      }
      lines.add(line.append("max ").append(Spans.ofMicros(latencies.getMaxValue())).toString());
      lines.addAll(bars(latencies));
    }
    return lines;
  }

  /** Returns a bar for each doubling of the time. */
  static List<String> bars(Histogram histogram) {
    Map<Long, Long> counts = new LinkedHashMap<>();
    for (HistogramIterationValue each : histogram.logarithmicBucketValues(64, 2)) {
      counts.put(each.getValueIteratedTo(), each.getCountAddedInThisIterationStep());
    }
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<String> bars = new ArrayList<>();
    counts.forEach(
        (upTo, count) -> {
          if (count > 0) {
            int length = (int) Math.max(1, BAR * count / most);
            bars.add(
                String.format(
                    Locale.ROOT,
                    "  up to %9s  %-40s  %d",
                    Spans.ofMicros(upTo),
                    "#".repeat(length),
                    count));
          }
        });
    return bars;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", call.method().fullName());
    json.put("callers", callers);
    json.put("seconds", measured.toMillis() / 1e3);
    json.put("calls", latencies.getTotalCount());
    json.put("callsPerSecond", Math.round(perSecond()));
    Map<String, Object> micros = new LinkedHashMap<>();
    for (double part : PARTS) {
      micros.put("p" + number(part), latencies.getValueAtPercentile(part));
    }
    micros.put("max", latencies.getMaxValue());
    json.put("latencyMicros", micros);
    json.put("errors", errors());
    return json;
  }

  private static String number(double part) {
    return part == Math.rint(part) ? Long.toString((long) part) : Double.toString(part);
  }
}
