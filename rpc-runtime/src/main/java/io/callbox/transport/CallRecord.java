package io.callbox.transport;

import io.callbox.rpc.CallStatus;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The broker's record of a durable call. Times are the broker's, in milliseconds of the epoch; 0
 * for never.
 *
 * @param state its state, as {@code CallStatus.State} names it
 * @param method its method's name, without the service's
 * @param submitted the time when it was submitted
 * @param due the earliest time when it may run
 * @param attempts the number of runs that have begun
 * @param started the time when its last run began
 * @param ended the time when it ended
 * @param progress the progress that its implementation reported last, as JSON
 * @param error its last failure, as JSON
 * @param result its result, as JSON, if it was requested
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CallRecord(
    String state,
    String method,
    long submitted,
    long due,
    int attempts,
    long started,
    long ended,
    byte @Nullable [] progress,
    byte @Nullable [] error,
    byte @Nullable [] result) {

  /** Returns the record of a call with this result, of which nothing else is known. */
  public static CallRecord completed(byte[] result) {
    return new CallRecord("COMPLETED", "", 0, 0, 0, 0, 0, null, null, result);
  }

  /**
   * Returns its state at a time. No program changes a record when the call becomes due: from then
   * on, the call waits in its queue.
   *
   * @param nowMillis the broker's time, in milliseconds of the epoch
   * @return empty if this version does not know the state
   */
  public Optional<CallStatus.State> stateAt(long nowMillis) {
    return Arrays.stream(CallStatus.State.values())
        .filter(each -> each.name().equals(state))
        .findFirst()
        .map(
            each ->
                each == CallStatus.State.SCHEDULED && due <= nowMillis
                    ? CallStatus.State.WAITING
                    : each);
  }

  /** Returns whether the state is final. */
  public boolean isFinal() {
    return state.equals("COMPLETED") || state.equals("FAILED") || state.equals("CANCELLED");
  }
}
