package io.callbox.testkit.history;

/** The result of a check for linearizability. */
public enum Verdict {
  /** There is an order that explains all answers. */
  LINEARIZABLE,
  /** No order explains all answers. */
  NOT_LINEARIZABLE,
  /** The search reached its maximum number of steps before it found an answer. */
  UNDECIDED
}
