package io.callbox.internal.server;

import io.callbox.rpc.Outcome;
import io.callbox.rpc.StatusCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the calls of one method on one server. Always on: a call costs it a few
 * counter increments. Safe for use by many threads.
 */
final class MethodStats {

  private final Histogram queued = new Histogram();
  private final Histogram ran = new Histogram();
  private final LongAdder begun = new LongAdder();
  private final LongAdder succeeded = new LongAdder();
  private final Map<StatusCode, LongAdder> failed = new EnumMap<>(StatusCode.class);
  private volatile @Nullable LastError lastError;

  MethodStats() {
    for (StatusCode code : StatusCode.values()) {
      failed.put(code, new LongAdder()); // all of them now: read by many threads from here on
    }
  }

  /**
   * The latest failure.
   *
   * @param atMillis when, by the broker's clock
   * @param status its status
   * @param message its message, as the caller got it
   */
  record LastError(long atMillis, StatusCode status, String message) {}

  /** A call is served from now on. {@code queuedMillis} is below 0 where it is not known. */
  void begin(long queuedMillis) {
    begun.increment();
    if (queuedMillis >= 0) {
      queued.add(1_000 * queuedMillis);
    }
  }

  /** A call has ended after so long. */
  void end(Outcome outcome, long nanos) {
    StatusCode status = outcome.status();
    ran.add(nanos / 1_000);
    counter(status).increment();
  }

  private LongAdder counter(@Nullable StatusCode status) {
    LongAdder counter = status == null ? null : failed.get(status);
    return counter == null ? succeeded : counter;
  }

  void failedLast(LastError error) {
    lastError = error;
  }

  @Nullable LastError lastError() {
    return lastError;
  }

  long calls() {
    return begun.sum();
  }

  /** How many calls run now. Counters are read one after the other: it may be off by a few. */
  long running() {
    long ended = succeeded.sum();
    for (LongAdder count : failed.values()) {
      ended += count.sum();
    }
    return Math.max(0, begun.sum() - ended);
  }

  /** How many calls failed, by status; only those that there were. */
  Map<StatusCode, Long> errors() {
    Map<StatusCode, Long> errors = new EnumMap<>(StatusCode.class);
    failed.forEach(
        (code, counter) -> {
          long count = counter.sum();
          if (count > 0) {
            errors.put(code, count);
          }
        });
    return errors;
  }

  Histogram.Snapshot queued() {
    return queued.snapshot();
  }

  Histogram.Snapshot ran() {
    return ran.snapshot();
  }
}
