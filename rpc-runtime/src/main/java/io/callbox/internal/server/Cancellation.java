package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * Whether the caller of one call still wants it. While the implementation runs on its first thread,
 * that thread is interrupted when the call is cancelled.
 */
final class Cancellation {

  private final @Nullable String id;
  private final int place;
  private volatile boolean cancelled;

  @GuardedBy("this")
  private @Nullable Thread runner = Thread.currentThread();

  @GuardedBy("this")
  private @Nullable Runnable expiry;

  @GuardedBy("this")
  private long deadline;

  /**
   * A call that nobody has cancelled.
   *
   * @param id its id; null for a notification
   * @param place where {@link RunningCalls} keeps it
   */
  Cancellation(@Nullable String id, int place) {
    this.id = id;
    this.place = place;
  }

  @Nullable String id() {
    return id;
  }

  int place() {
    return place;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Whether the calling thread is the first that the implementation runs on. */
  synchronized boolean runsHere() {
    return Thread.currentThread().equals(runner);
  }

  /** Guard against race with {@link #leave}: no thread is interrupted for a call it has left. */
  synchronized void cancel() {
    cancelled = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  /**
   * Says what to do when the call's time is over and nothing runs on its first thread any more.
   *
   * @param newDeadline in the broker's time, in milliseconds; 0 for never
   */
  synchronized void atDeadline(long newDeadline, Runnable newExpiry) {
    deadline = newDeadline;
    expiry = newExpiry;
  }

  /** Ends the call if its time is over and its implementation has returned. */
  void expire(long nowMillis) {
    Runnable due;
    synchronized (this) {
      if (runner != null || expiry == null || deadline == 0 || nowMillis <= deadline) {
        return;
      }
      due = expiry;
      cancelled = true;
    }
    due.run();
  }

  /** Ends the call if its time is over, whether its implementation has returned or not. */
  void expireNow(long nowMillis) {
    Runnable due;
    synchronized (this) {
      if (expiry == null || deadline == 0 || nowMillis <= deadline || cancelled) {
        return;
      }
      due = expiry;
      cancelled = true;
    }
    due.run(); // before what the interrupt leads to
    cancel();
  }

  /** The implementation has returned. The thread's next call must not see this one's interrupt. */
  synchronized void leave() {
    runner = null;
    if (cancelled) {
      Thread.interrupted();
    }
  }
}
