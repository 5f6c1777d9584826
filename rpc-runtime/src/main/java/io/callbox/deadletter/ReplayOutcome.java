package io.callbox.deadletter;

/** What came of putting a request back. */
public enum ReplayOutcome {
  /** It waits in its queue, and is no dead letter any more. */
  REPLAYED,
  /** There is no such dead letter: it never was, or it was replayed or dropped. */
  NOT_FOUND,
  /** It may have run, must not run twice, and {@link ReplayOptions} do not allow it. It stays. */
  MAY_HAVE_RUN,
  /** It is not a request that could be given another deadline. It stays. */
  UNREADABLE
}
