package io.callbox.transport;

import org.jspecify.annotations.Nullable;

/**
 * What the broker knows of a durable call. Times are the broker's, in milliseconds of the epoch; 0
 * for never.
 *
 * @param state its state, as {@code CallStatus.State} names it
 * @param method its method's name, without the service's
 * @param submitted when it was submitted
 * @param due when it may run at the earliest
 * @param attempts how often it was begun
 * @param started when its last run began
 * @param ended when it ended
 * @param progress what its implementation said last, as JSON
 * @param error what it failed with last, as JSON
 * @param result its result, as JSON, if it was asked for
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

  /** Whether nothing more will happen to the call. */
  public boolean isFinal() {
    return state.equals("COMPLETED") || state.equals("FAILED") || state.equals("CANCELLED");
  }
}
