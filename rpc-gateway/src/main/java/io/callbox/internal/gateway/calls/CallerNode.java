package io.callbox.internal.gateway.calls;

import io.callbox.node.RpcNode;
import java.util.concurrent.CompletableFuture;

/**
 * The room of one caller: its node, which may still start, and when it was used last. Safe for use
 * by many threads.
 */
final class CallerNode {

  private final CompletableFuture<RpcNode> node;

  /** Guarded by this: whoever uses the node races with whoever gives it up to make room. */
  private long usedNanos;

  private boolean givenUp; // guarded by this

  CallerNode(CompletableFuture<RpcNode> node, long nowNanos) {
    this.node = node;
    this.usedNanos = nowNanos;
  }

  /** The node, as soon as it has started. */
  CompletableFuture<RpcNode> node() {
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
