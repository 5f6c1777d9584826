package io.callbox.cli.command;

import io.callbox.cli.json.JsonMap;
import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Spans;
import io.callbox.cli.output.Table.Cell;
import io.callbox.cli.output.Tone;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a method's calls, on one node or on several. */
final class MethodFigures {

  private long calls;
  private long running;
  private final Map<String, Long> errors = new TreeMap<>();
  private final Buckets queued = new Buckets();
  private final Buckets ran = new Buckets();
  private long lastErrorAt;
  private String lastError = "";

  /** Adds the figures of a node. */
  void add(JsonMap told) {
    calls += told.number("calls");
    running += told.number("running");
    JsonMap byStatus = told.object("errors");
    for (String status : byStatus.members().keySet()) {
      errors.merge(status, byStatus.number(status), Long::sum);
    }
    queued.add(told.object("queuedMicros"));
    ran.add(told.object("ranMicros"));
    JsonMap last = told.object("lastError");
    if (last.number("at") > lastErrorAt) {
      lastErrorAt = last.number("at");
      lastError = last.text("status", "") + ": " + last.text("message", "");
    }
  }

  long calls() {
    return calls;
  }

  long running() {
    return running;
  }

  long failed() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  Buckets queued() {
    return queued;
  }

  Buckets ran() {
    return ran;
  }

  Object[] row(String name) {
    return new Object[] {
      name,
      calls,
      new Cell(Long.toString(failed()), failed() > 0 ? Tone.BAD : Tone.PLAIN),
      running,
      queued.shown(0.5),
      queued.shown(0.99),
      ran.shown(0.5),
      ran.shown(0.99),
      new Cell(lastError, Tone.BAD)
    };
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("calls", calls);
    json.put("running", running);
    json.put("errors", errors);
    json.put("queuedMicros", queued.json());
    json.put("ranMicros", ran.json());
    if (lastErrorAt > 0) {
      json.put("lastError", JsonValues.object("at", lastErrorAt, "error", lastError));
    }
    return json;
  }

  /** A histogram of durations: counts by the longest duration of each bucket. */
  static final class Buckets {

    private final TreeMap<Long, Long> counts = new TreeMap<>();

    private void add(JsonMap histogram) {
      JsonMap buckets = histogram.object("buckets");
      for (String upper : buckets.members().keySet()) {
        if (upper.matches("[0-9]{1,18}")) {
          counts.merge(Long.parseLong(upper), buckets.number(upper), Long::sum);
        }
      }
    }

    /** Returns the counts since an earlier look. */
    Buckets since(Buckets earlier) {
      Buckets difference = new Buckets();
      counts.forEach(
          (upper, count) -> {
            long more = count - earlier.counts.getOrDefault(upper, 0L);
            if (more > 0) {
              difference.counts.put(upper, more);
            }
          });
      return difference;
    }

    /** Returns the duration of this quantile, in microseconds; 0 if there are no counts. */
    long quantile(double part) {
      long left = (long) Math.ceil(part * total());
      for (Map.Entry<Long, Long> bucket : counts.entrySet()) {
        left -= bucket.getValue();
        if (left <= 0) {
          return bucket.getKey();
        }
      }
      return 0;
    }

    String shown(double part) {
      return counts.isEmpty() ? "-" : Spans.ofMicros(quantile(part));
    }

    private long total() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Object> json() {
      return JsonValues.object("count", total(), "p50", quantile(0.5), "p99", quantile(0.99));
    }
  }
}
