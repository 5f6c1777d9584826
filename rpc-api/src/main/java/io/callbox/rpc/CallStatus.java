package io.callbox.rpc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a durable call at one moment. Immutable.
 *
 * @param id the call's id
 * @param state how far it has come
 * @param attempts how often it was begun, 0 or more
 * @param progress what its implementation said last; null if it said nothing
 * @param times when what happened, by Redis's clock
 * @param failure why the last try failed: a {@link RpcException}, or an exception that the method
 *     declares; null if none did
 */
public record CallStatus(
    String id,
    State state,
    int attempts,
    @Nullable Progress progress,
    Times times,
    @Nullable Throwable failure) {

  /** How far a durable call has come. */
  public enum State {
    /** It waits for its time, or for its next try. */
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

    /** Whether nothing more will happen to it. */
    public boolean isFinal() {
      return compareTo(COMPLETED) >= 0;
    }
  }

  /**
   * How far an implementation says it has come.
   *
   * @param done how much is done, in units of its own
   * @param total how much there is to do; 0 if it does not know
   * @param text what it does at present; empty for nothing
   */
  public record Progress(long done, long total, String text) {}

  /**
   * When what happened to a call, by Redis's clock.
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
