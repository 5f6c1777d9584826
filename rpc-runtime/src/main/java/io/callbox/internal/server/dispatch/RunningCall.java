package io.callbox.internal.server.dispatch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.wire.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs, and that may be cancelled. If it is cancelled while the implementation runs on
 * its first thread, which is the one that creates it, this interrupts the thread.
 */
public abstract class RunningCall {

  /** Identifies it in {@link RunningCalls}. Set before other threads know the call. */
  private int number;

  private volatile boolean cancelled;

  @GuardedBy("this")
  private @Nullable Thread runner = Thread.currentThread();

  /** Returns the id by which it can be cancelled; null if there is none, as for a notification. */
  abstract @Nullable RequestId cancelledBy();

  /**
   * Returns the time when it expires if its first thread has left, in the broker's time, in
   * milliseconds; 0 for never.
   */
  abstract long deadline();

  /** Ends the call, unless it has ended. */
  abstract void expire();

  /** Returns whether it is cancelled by this id. */
  final boolean isCancelledBy(String wanted) {
    RequestId id = cancelledBy();
    return id != null && id.text().equals(wanted);
  }

  final int number() {
    return number;
  }

  final void begins(int newNumber) {
    number = newNumber;
  }

  final boolean isCancelled() {
    return cancelled;
  }

  /** Returns whether the calling thread is the first thread of the implementation. */
  final synchronized boolean runsHere() {
    return Thread.currentThread().equals(runner);
  }

  /**
   * Cancels the call. Guard against race with {@link #leave}: never interrupts a thread for a call
   * that it has left.
   */
  public final synchronized void cancel() {
    cancelled = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  /** Ends the call if its deadline has passed and its implementation has returned. */
  final void expire(long nowMillis) {
    synchronized (this) {
      if (runner != null || !isLate(nowMillis)) {
        return;
      }
      cancelled = true;
    }
    expire();
  }

  /** Ends the call if its deadline has passed, even if its implementation has not returned. */
  public final void expireNow(long nowMillis) {
    synchronized (this) {
      if (cancelled || !isLate(nowMillis)) {
        return;
      }
      cancelled = true;
    }
    expire(); // must come before the effects of the interrupt
    cancel();
  }

  private boolean isLate(long nowMillis) {
    return deadline() != 0 && nowMillis > deadline();
  }

  /**
   * Notes that the implementation has returned. The thread's next call must not see this call's
   * interrupt.
   */
  final synchronized void leave() {
    runner = null;
    if (cancelled) {
      Thread.interrupted();
    }
  }
}
