package io.callbox.internal.server.stats;

import io.callbox.rpc.StatusCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one method on one server. Always on: each call costs a few counter increments.
 * Safe for use by many threads.
 */
public final class MethodStats {

  private final Histogram queued = new Histogram();
  private final Histogram ran = new Histogram();

  /**
   * Counts calls that do not contain the time of their start, and so are not in {@link #queued}.
   */
  private final LongAdder notQueued = new LongAdder();

  private final Map<StatusCode, LongAdder> failed = new EnumMap<>(StatusCode.class);
  private volatile @Nullable LastError lastError;

  public MethodStats() {
    for (StatusCode code : StatusCode.values()) {
      failed.put(code, new LongAdder()); // all entries exist before many threads read the map
    }
  }

  /**
   * The latest failure.
   *
   * @param atMillis its time, by the broker's clock
   * @param status its status
   * @param message its message for the caller
   */
  public record LastError(long atMillis, StatusCode status, String message) {}

  /** Begins a call. {@code queuedMillis} is negative if unknown. */
  public void begin(long queuedMillis) {
    if (queuedMillis >= 0) {
      queued.add(1_000 * queuedMillis);
    } else {
      notQueued.increment();
    }
  }

  /** Ends a call, which took this time; {@code failure} is null if it has its result. */
  public void end(@Nullable StatusCode failure, long micros) {
    ran.add(micros);
    LongAdder failures = failure == null ? null : failed.get(failure);
    if (failures != null) {
      failures.increment();
    }
  }

  public void failedLast(LastError error) {
    lastError = error;
  }

  public @Nullable LastError lastError() {
    return lastError;
  }

  public long calls() {
    return queued.count() + notQueued.sum();
  }

  /**
   * Returns how many calls run now. It reads counters one after the other, so calls that begin and
   * end meanwhile may be counted too. A call that runs all the time is counted.
   */
  public long running() {
    long ended = ran.count(); // first: so all of them are among calls()
    return calls() - ended;
  }

  /** Returns how many calls failed, by status; without statuses that did not occur. */
  public Map<StatusCode, Long> errors() {
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

  public Histogram.Snapshot queued() {
    return queued.snapshot();
  }

  public Histogram.Snapshot ran() {
    return ran.snapshot();
  }
}
