package io.callbox.testkit.network;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The real time that a network outside of lockstep waits before it lets virtual time pass.
 *
 * @param meter counts the messages under way
 */
record Patience(Meter meter) {

  /** The real time that it waits for nodes at work before it lets time pass. */
  private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** The same while a node is cut off or deleted, because its requests may stay there. */
  private static final long LESS_WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** The maximum real time that a node takes to notice that a deadline has passed. */
  private static final long TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

  /** The maximum real time that a reply takes from its queue to its caller. */
  private static final long HEARSAY_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  /**
   * Waits until nothing is under way, and a little longer for threads that have just received a
   * message. Returns whether the call has ended.
   *
   * @param timeout whether the deadline of a call may have passed
   * @param whole whether no node is cut off or deleted
   */
  boolean hasEnded(CompletableFuture<?> call, boolean timeout, boolean whole) {
    long start = System.nanoTime();
    long work = whole ? WORK_NANOS : LESS_WORK_NANOS;
    while (!call.isDone() && !meter.isQuiet() && System.nanoTime() - start < work) {
      LockSupport.parkNanos(20_000);
    }
    long quiet = System.nanoTime();
    long grace = timeout ? TIMEOUT_NANOS : HEARSAY_NANOS;
    while (!call.isDone() && meter.isQuiet() && System.nanoTime() - quiet < grace) {
      LockSupport.parkNanos(50_000);
    }
    return call.isDone();
  }
}
