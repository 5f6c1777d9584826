package io.callbox.deadletter;

/** The outcome of replaying a request. */
public enum ReplayOutcome {
  /** The request waits in its queue, and is no longer a dead letter. */
  REPLAYED,
  /** There is no such dead letter: it never existed, or it was replayed or dropped. */
  NOT_FOUND,
  /**
   * The request may have run and must not run twice, and {@link ReplayOptions} do not allow it. The
   * letter stays.
   */
  MAY_HAVE_RUN,
  /**
   * The letter contains no request that Callbox can read and give a new deadline. The letter stays.
   */
  UNREADABLE
}
