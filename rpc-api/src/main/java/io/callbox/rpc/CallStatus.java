package io.callbox.rpc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of a durable call at one moment. Immutable.
 *
 * @param id the call's id
 * @param state its state
 * @param attempts the number of times that it has begun, 0 or more
 * @param progress the latest report of its implementation; null if there is none
 * @param times the times of its events, by Redis's clock
 * @param failure why the last attempt failed: a {@link RpcException}, or an exception that the
 *     method declares; null if no attempt failed
 */
public record CallStatus(
    String id,
    State state,
    int attempts,
    @Nullable Progress progress,
    Times times,
    @Nullable Throwable failure) {

  /** The state of a durable call. */
  public enum State {
    /** It waits for its time, or for its next attempt. */
    SCHEDULED,
    /** It waits in its queue for a worker. */
    WAITING,
    /** A worker runs it. */
    RUNNING,
    /** It has its result. */
    COMPLETED,
    /** It failed for good, or with an exception that its method declares. */
    FAILED,
    /** It was cancelled. */
    CANCELLED;

    /** Returns whether nothing more will happen to it. */
    public boolean isFinal() {
      return compareTo(COMPLETED) >= 0;
    }
  }

  /**
   * The progress that an implementation reports.
   *
   * @param done the amount of work done, in any unit
   * @param total the total amount of work; 0 if it is unknown
   * @param text describes the current step; may be empty
   */
  public record Progress(long done, long total, String text) {}

  /**
   * The times of a call's events, by Redis's clock.
   *
   * @param submitted when it was submitted
   * @param due when it may run at the earliest; null for at once
   * @param started when its last run began; null if none has
   * @param ended when it ended; null if it has not
   */
  public record Times(
      Instant submitted,
      @Nullable Instant due,
      @Nullable Instant started,
      @Nullable Instant ended) {}
}
