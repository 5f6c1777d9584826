package io.callbox.internal.lease;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The lease on one queue, and the renewals of it that are under way. Guarded by whoever has it. */
final class HeldLease {

  private final long lengthNanos;

  /** When its last renewal was sent that was answered. */
  private long renewedNanos;

  private long sentNanos;
  private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);
  private CompletableFuture<@Nullable Void> underWay = last;

  /** One that has yet to be taken. */
  HeldLease(Duration length, long nowNanos) {
    this.lengthNanos = length.toNanos();
    this.sentNanos = nowNanos;
    this.renewedNanos = nowNanos - lengthNanos;
  }

  /**
   * Returns whether to send a renewal: none is under way, or for so long that it may have been
   * lost.
   */
  boolean isDue(long nowNanos) {
    return last.isDone() || nowNanos - sentNanos > lengthNanos;
  }

  /** A renewal is about to be sent; an earlier one may not have been answered yet. */
  void sent(long nanos, CompletableFuture<@Nullable Void> answer) {
    sentNanos = nanos;
    last = answer;
    underWay = underWay.isDone() ? answer : CompletableFuture.allOf(underWay, answer);
  }

  /** Completes when all renewals under way have been answered, or have failed. */
  CompletableFuture<@Nullable Void> underWay() {
    return underWay;
  }

  /** A renewal has been answered that was sent then; an earlier one may be answered later. */
  void renewed(long nanos) {
    renewedNanos = nanos - renewedNanos > 0 ? nanos : renewedNanos;
  }

  boolean lasts(long nowNanos) {
    return nowNanos - renewedNanos < lengthNanos;
  }

  /** Until when it lasts, if it is not renewed. */
  long endNanos() {
    return renewedNanos + lengthNanos;
  }
}
