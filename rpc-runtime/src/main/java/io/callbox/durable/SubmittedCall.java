package io.callbox.durable;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.wire.EpochMillis;
import io.callbox.internal.wire.ProgressJson;
import io.callbox.rpc.CallStatus.Progress;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.CallStatus.Times;
import io.callbox.transport.CallRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a durable call at one moment. Immutable. Other programs have written the method, the
 * progress, the error and the result: escape them before you show them.
 *
 * @param id the call's id
 * @param method its method's name, without the service's
 * @param state its state
 * @param attempts the number of runs that have begun
 * @param progress the progress that its implementation reported last; null if it reported none
 * @param times the times of its events, by Redis's clock
 * @param error its last failure, the JSON of a response's {@code error}; null if it has not failed
 * @param result its result, JSON; null if it has none, or if the result was not requested
 */
public record SubmittedCall(
    String id,
    String method,
    State state,
    int attempts,
    @Nullable Progress progress,
    Times times,
    @Nullable String error,
    @Nullable String result) {

  /** Reads a record; empty if this version does not know its state. */
  static Optional<SubmittedCall> of(String id, CallRecord record, long nowMillis) {
    byte[] progress = record.progress();
    Times times =
        new Times(
            EpochMillis.instant(record.submitted()),
            EpochMillis.instantIfTold(record.due()),
            EpochMillis.instantIfTold(record.started()),
            EpochMillis.instantIfTold(record.ended()));
    return record
        .stateAt(nowMillis)
        .map(
            state ->
                new SubmittedCall(
                    id,
                    record.method(),
                    state,
                    record.attempts(),
                    progress == null ? null : ProgressJson.read(progress),
                    times,
                    text(record.error()),
                    text(record.result())));
  }

  private static @Nullable String text(byte @Nullable [] json) {
    return json == null ? null : new String(json, UTF_8);
  }
}
