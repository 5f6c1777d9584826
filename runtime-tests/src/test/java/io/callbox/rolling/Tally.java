package io.callbox.rolling;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How calls have ended. Safe for use by many threads. */
final class Tally {

  private final LongAdder succeeded = new LongAdder();
  private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();

  void succeeded(int version, String method, Object result) {
    if ("place".equals(method) && !String.valueOf(result).startsWith("place[nut, ")) {
      failed(version, method, new AssertionError("answered " + result));
    } else {
      succeeded.increment();
    }
  }

  void failed(int version, String method, Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    String start = text.substring(0, Math.min(text.length(), 160));
    failures
        .computeIfAbsent("v" + version + ' ' + method + ": " + start, key -> new LongAdder())
        .increment();
  }

  /** How many calls have ended. */
  long all() {
    return succeeded.sum() + failed();
  }

  /** How many of them have failed. */
  long failed() {
    return failures.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** How many calls have failed, by who called what, and why. */
  Map<String, Long> failures() {
    Map<String, Long> counted = new TreeMap<>();
    failures.forEach((what, count) -> counted.put(what, count.sum()));
    return counted;
  }

  /** Forgets the failures up to now. */
  void forgetFailures() {
    failures.clear();
  }
}
