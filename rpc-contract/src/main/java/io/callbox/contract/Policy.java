package io.callbox.contract;

import io.callbox.contract.compare.Verdict;

/** The changes that a build accepts. */
public enum Policy {
  /** Accepts only changes that are safe in either order. */
  EITHER_ORDER,
  /** Accepts also changes that are safe if all workers are replaced before the first client. */
  WORKERS_FIRST,
  /** Accepts also changes that are safe if all clients are replaced before the first worker. */
  CLIENTS_FIRST,
  /** Accepts changes for which there is an order in which they are safe. */
  SOME_ORDER,
  /** Accepts all changes: differences are reported, and none is refused. */
  ANYTHING;

  /** Returns whether a verdict passes. */
  public boolean allows(Verdict verdict) {
    return switch (this) {
      case EITHER_ORDER -> verdict == Verdict.EITHER;
      case WORKERS_FIRST -> verdict.isWithin(Verdict.WORKERS_FIRST);
      case CLIENTS_FIRST -> verdict.isWithin(Verdict.CLIENTS_FIRST);
      case SOME_ORDER -> verdict != Verdict.NEVER;
      case ANYTHING -> true;
    };
  }
}
