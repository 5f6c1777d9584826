package io.callbox.internal.gateway.calls;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.node.RpcNode;
import java.util.concurrent.CompletableFuture;

/**
 * The room of one caller: its node, which may still start, and the time of its last use. Safe for
 * use by many threads.
 */
final class CallerNode {

  private final CompletableFuture<RpcNode> node;

  /**
   * The time of the last use. Guard against race: a thread that uses the node races with one that
   * gives it up to make room.
   */
  @GuardedBy("this")
  private long usedNanos;

  @GuardedBy("this")
  private boolean givenUp;

  CallerNode(CompletableFuture<RpcNode> node, long nowNanos) {
    this.node = node;
    this.usedNanos = nowNanos;
  }

  /** Returns the node, as soon as it has started. */
  CompletableFuture<RpcNode> node() {
    return node;
  }

  /** Notes that the node is used now. Returns false if it has been given up. */
  synchronized boolean use(long nowNanos) {
    usedNanos = nowNanos;
    return !givenUp;
  }

  /** Returns the time since the last use. */
  synchronized long idleNanos(long nowNanos) {
    return nowNanos - usedNanos;
  }

  /** Gives the node up if it has been idle for this time. Returns whether it did. */
  synchronized boolean giveUp(long nowNanos, long idleNanos) {
    if (givenUp || nowNanos - usedNanos < idleNanos) {
      return false;
    }
    givenUp = true;
    return true;
  }
}
