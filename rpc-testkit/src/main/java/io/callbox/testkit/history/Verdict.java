package io.callbox.testkit.history;

/** What a check for linearizability has found out. */
public enum Verdict {
  /** There is an order that explains all answers. */
  LINEARIZABLE,
  /** No order explains all answers. */
  NOT_LINEARIZABLE,
  /** Neither was found before the search had taken as many steps as it may. */
  UNDECIDED
}
