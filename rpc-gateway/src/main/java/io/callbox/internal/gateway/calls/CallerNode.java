package io.callbox.internal.gateway.calls;

import io.callbox.node.RpcNode;

/**
 * The node of one caller, and when it was used last. Guarded by itself: whoever uses it races with
 * whoever gives it up to make room.
 */
final class CallerNode {

  private final RpcNode node;
  private long usedNanos;
  private boolean givenUp;

  CallerNode(RpcNode node, long nowNanos) {
    this.node = node;
    this.usedNanos = nowNanos;
  }

  RpcNode node() {
    return node;
  }

  /** Notes that it is used now; false if it has been given up. */
  synchronized boolean use(long nowNanos) {
    usedNanos = nowNanos;
    return !givenUp;
  }

  /** How long nobody has used it. */
  synchronized long idleNanos(long nowNanos) {
    return nowNanos - usedNanos;
  }

  /** Gives it up if nobody has used it for so long; whether this did. */
  synchronized boolean giveUp(long nowNanos, long idleNanos) {
    if (givenUp || nowNanos - usedNanos < idleNanos) {
      return false;
    }
    givenUp = true;
    return true;
  }
}
