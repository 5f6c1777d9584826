package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.wire.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether one call is cancelled. If the call is cancelled while the implementation runs on
 * its first thread, this interrupts the thread.
 */
final class Cancellation {

  private final @Nullable RequestId id;
  private final int place;
  private volatile boolean cancelled;

  @GuardedBy("this")
  private @Nullable Thread runner = Thread.currentThread();

  @GuardedBy("this")
  private @Nullable Expiring expiring;

  @GuardedBy("this")
  private long deadline;

  /** A call that ends at its deadline. */
  @FunctionalInterface
  interface Expiring {

    /** Ends the call, unless it has ended. */
    void expire();
  }

  /**
   * Creates the state of a call that is not cancelled.
   *
   * @param id its id; null for a notification
   * @param place its place in {@link RunningCalls}
   */
  Cancellation(@Nullable RequestId id, int place) {
    this.id = id;
    this.place = place;
  }

  /** Returns whether the call has this id. */
  boolean is(String wanted) {
    return id != null && id.text().equals(wanted);
  }

  int place() {
    return place;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Returns whether the calling thread is the first thread of the implementation. */
  synchronized boolean runsHere() {
    return Thread.currentThread().equals(runner);
  }

  /**
   * Guard against race with {@link #leave}: never interrupts a thread for a call that it has left.
   */
  synchronized void cancel() {
    cancelled = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  /**
   * Sets what expires when the deadline has passed and the first thread has left.
   *
   * @param newDeadline in the broker's time, in milliseconds; 0 for never
   */
  synchronized void atDeadline(long newDeadline, Expiring newExpiring) {
    deadline = newDeadline;
    expiring = newExpiring;
  }

  /** Ends the call if its deadline has passed and its implementation has returned. */
  void expire(long nowMillis) {
    Expiring due;
    synchronized (this) {
      if (runner != null || expiring == null || deadline == 0 || nowMillis <= deadline) {
        return;
      }
      due = expiring;
      cancelled = true;
    }
    due.expire();
  }

  /** Ends the call if its deadline has passed, even if its implementation has not returned. */
  void expireNow(long nowMillis) {
    Expiring due;
    synchronized (this) {
      if (expiring == null || deadline == 0 || nowMillis <= deadline || cancelled) {
        return;
      }
      due = expiring;
      cancelled = true;
    }
    due.expire(); // before what the interrupt leads to
    cancel();
  }

  /**
   * Notes that the implementation has returned. The thread's next call must not see this call's
   * interrupt.
   */
  synchronized void leave() {
    runner = null;
    if (cancelled) {
      Thread.interrupted();
    }
  }
}
