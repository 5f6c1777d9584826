package io.callbox.samples.faults;

import java.time.Duration;

/**
 * The promises that Callbox makes for a scenario.
 *
 * @param noneLost every caller is told something in time
 * @param noneTwice no call is run twice
 * @param noneFailed every call is answered right
 * @param bound how long a caller waits at most
 * @param remark what is not promised, or what the scenario shows
 */
record Promise(
    boolean noneLost, boolean noneTwice, boolean noneFailed, Duration bound, String remark) {

  /** The longest time between the end of a caller's timeout and the failure of its call. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** Nobody promises anything: a row for comparison. */
  static Promise nothing() {
    return within(Duration.ofDays(1));
  }

  /** No promise but that a call ends in time. */
  static Promise within(Duration timeout) {
    return new Promise(false, false, false, timeout.plus(GRACE), "");
  }

  Promise losingNone() {
    return new Promise(true, noneTwice, noneFailed, bound, remark);
  }

  Promise runningNoneTwice() {
    return new Promise(noneLost, true, noneFailed, bound, remark);
  }

  Promise failingNone() {
    return new Promise(noneLost, noneTwice, true, bound, remark);
  }

  Promise saying(String newRemark) {
    return new Promise(noneLost, noneTwice, noneFailed, bound, newRemark);
  }

  /** Returns whether a row keeps it. */
  boolean isKept(Tally tally, int twice) {
    boolean failed = tally.right() < tally.calls();
    return tally.wrong() == 0
        && !(noneLost && tally.lost() > 0)
        && !(noneTwice && twice > 0)
        && !(noneFailed && failed)
        && tally.worst().compareTo(bound) < 0;
  }
}
