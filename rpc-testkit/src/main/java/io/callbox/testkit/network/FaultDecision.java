package io.callbox.testkit.network;

import java.time.Duration;

/**
 * The fate of one message.
 *
 * @param lost whether it never arrives
 * @param duplicated whether it arrives twice
 * @param delay the time by which it is late
 */
record FaultDecision(boolean lost, boolean duplicated, Duration delay) {

  /** It arrives at once. */
  static final FaultDecision SAFE = new FaultDecision(false, false, Duration.ZERO);

  /** Returns the same fate with this additional delay. */
  FaultDecision later(Duration more) {
    return more.isZero() ? this : new FaultDecision(lost, duplicated, delay.plus(more));
  }

  /** Returns the number of times that it arrives. */
  int copies() {
    return lost ? 0 : duplicated ? 2 : 1;
  }
}
