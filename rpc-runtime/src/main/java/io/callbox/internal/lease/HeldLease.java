package io.callbox.internal.lease;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The lease on one queue, and the renewal of it that is under way. Guarded by whoever has it. */
final class HeldLease {

  private final long lengthNanos;

  /** When its last renewal was sent that was answered. */
  private long renewedNanos;

  private long sentNanos;
  private CompletableFuture<@Nullable Void> underWay = CompletableFuture.completedFuture(null);

  /** One that has yet to be taken. */
  HeldLease(Duration length, long nowNanos) {
    this.lengthNanos = length.toNanos();
    this.sentNanos = nowNanos;
    this.renewedNanos = nowNanos - lengthNanos;
  }

  /** Whether to send a renewal: none is under way, or for so long that it may have been lost. */
  boolean isDue(long nowNanos) {
    return underWay.isDone() || nowNanos - sentNanos > lengthNanos;
  }

  /** A renewal has been sent. */
  void sent(long nanos, CompletableFuture<@Nullable Void> answer) {
    sentNanos = nanos;
    underWay = answer;
  }

  /** Completes when the renewal under way has been answered, or has failed. */
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
