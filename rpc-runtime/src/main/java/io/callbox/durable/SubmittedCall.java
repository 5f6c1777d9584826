package io.callbox.durable;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.wire.ProgressJson;
import io.callbox.rpc.CallStatus.Progress;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.CallStatus.Times;
import io.callbox.transport.CallRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a durable call at one moment. Immutable. The method, the progress, the error and
 * the result are what others have written, and so not to be shown unescaped.
 *
 * @param id the call's id
 * @param method its method's name, without the service's
 * @param state how far it has come
 * @param attempts how often it was begun
 * @param progress what its implementation said last; null if it said nothing
 * @param times when what happened, by Redis's clock
 * @param error what it failed with last, the JSON of a response's {@code error}; null if it has not
 * @param result its result, JSON; null if it has none, or was not asked for
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

  /** What a record says; empty if it is of a state that is not known here. */
  static Optional<SubmittedCall> of(String id, CallRecord record, long nowMillis) {
    byte[] progress = record.progress();
    Times times =
        new Times(
            Instant.ofEpochMilli(record.submitted()),
            time(record.due()),
            time(record.started()),
            time(record.ended()));
    return state(record, nowMillis)
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

  /** Nobody touches a record when its time has come: the call waits in its queue from then on. */
  private static Optional<State> state(CallRecord record, long nowMillis) {
    boolean due = record.state().equals("SCHEDULED") && record.due() <= nowMillis;
    return due
        ? Optional.of(State.WAITING)
        : Arrays.stream(State.values())
            .filter(each -> each.name().equals(record.state()))
            .findFirst();
  }

  private static @Nullable Instant time(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable String text(byte @Nullable [] json) {
    return json == null ? null : new String(json, UTF_8);
  }
}
