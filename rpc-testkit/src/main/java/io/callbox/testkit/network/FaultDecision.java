package io.callbox.testkit.network;

import java.time.Duration;

/**
 * What becomes of one message.
 *
 * @param lost it never arrives
 * @param duplicated it arrives twice
 * @param delay how late it arrives
 */
record FaultDecision(boolean lost, boolean duplicated, Duration delay) {

  /** It arrives at once. */
  static final FaultDecision SAFE = new FaultDecision(false, false, Duration.ZERO);

  /** The same, so much later. */
  FaultDecision later(Duration more) {
    return more.isZero() ? this : new FaultDecision(lost, duplicated, delay.plus(more));
  }

  /** How often it arrives. */
  int copies() {
    return lost ? 0 : duplicated ? 2 : 1;
  }
}
