package io.callbox.internal.server;

import io.callbox.rpc.Outcome;
import io.callbox.rpc.StatusCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one method on one server. Always on: each call costs a few counter increments.
 * Safe for use by many threads.
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
   * @param atMillis its time, by the broker's clock
   * @param status its status
   * @param message its message for the caller
   */
  record LastError(long atMillis, StatusCode status, String message) {}

  /** Begins a call. {@code queuedMillis} is negative if unknown. */
  void begin(long queuedMillis) {
    begun.increment();
    if (queuedMillis >= 0) {
      queued.add(1_000 * queuedMillis);
    }
  }

  /** Ends a call, which took this time. */
  void end(Outcome outcome, long micros) {
    StatusCode status = outcome.status();
    ran.add(micros);
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

  /**
   * Returns how many calls run now. It reads counters one after the other, so the number may be
   * wrong by a few.
   */
  long running() {
    long ended = succeeded.sum();
    for (LongAdder count : failed.values()) {
      ended += count.sum();
    }
    return Math.max(0, begun.sum() - ended);
  }

  /** Returns how many calls failed, by status; without statuses that did not occur. */
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
