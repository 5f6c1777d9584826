package io.callbox.internal.gateway.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.contract.model.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The statistics of one method, merged from several nodes. For one thread. */
final class MergedStats {

  private long calls;
  private long running;
  private final SortedMap<String, Long> errors = new TreeMap<>();
  private final SortedMap<Long, Long> queued = new TreeMap<>();
  private final SortedMap<Long, Long> ran = new TreeMap<>();
  private long errorAt;
  private String errorStatus = "";
  private String errorMessage = "";

  /** Adds the statistics of one node. */
  void add(JsonObject said) {
    calls += number(said, "calls");
    running += number(said, "running");
    JsonObject failed = said.object("errors");
    failed.members().keySet().forEach(each -> errors.merge(each, number(failed, each), Long::sum));
    add(said.object("queuedMicros").object("buckets"), queued);
    add(said.object("ranMicros").object("buckets"), ran);
    if (said.has("lastError")) {
      addError(said.object("lastError"));
    }
  }

  private static void add(JsonObject buckets, SortedMap<Long, Long> sum) {
    for (String upper : buckets.members().keySet()) {
      sum.merge(Long.parseLong(upper), number(buckets, upper), Long::sum);
    }
  }

  private void addError(JsonObject error) {
    if (number(error, "at") > errorAt) {
      errorAt = number(error, "at");
      errorStatus = error.text("status").orElse("");
      errorMessage = error.text("message").orElse("");
    }
  }

  private static long number(JsonObject said, String name) {
    return said.member(name, BigInteger.class, "a whole number")
        .map(BigInteger::longValue)
        .orElse(0L);
  }

  void write(JsonGenerator out) throws IOException {
    out.writeNumberField("calls", calls);
    out.writeNumberField("running", running);
    out.writeNumberField("failed", errors.values().stream().mapToLong(Long::longValue).sum());
    out.writeObjectFieldStart("errors");
    for (Map.Entry<String, Long> each : errors.entrySet()) {
      out.writeNumberField(each.getKey(), each.getValue());
    }
    out.writeEndObject();
    write("queued", queued, out);
    write("ran", ran, out);
    if (errorAt > 0) {
      out.writeObjectFieldStart("lastError");
      out.writeNumberField("at", errorAt);
      out.writeStringField("status", errorStatus);
      out.writeStringField("message", errorMessage);
      out.writeEndObject();
    }
  }

  private static void write(String name, SortedMap<Long, Long> buckets, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("p50", quantile(buckets, 0.5));
    out.writeNumberField("p99", quantile(buckets, 0.99));
    out.writeEndObject();
  }

  /** Returns the longest duration, in microseconds, of the bucket that contains this quantile. */
  private static long quantile(SortedMap<Long, Long> buckets, double quantile) {
    long all = buckets.values().stream().mapToLong(Long::longValue).sum();
    long left = (long) Math.ceil(all * quantile);
    for (Map.Entry<Long, Long> each : buckets.entrySet()) {
      left -= each.getValue();
      if (left <= 0) {
        return each.getKey();
      }
    }
    return 0;
  }
}
