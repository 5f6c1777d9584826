package io.callbox.server;

import org.jspecify.annotations.Nullable;

/**
 * Whether the caller of one call still wants it. While the implementation runs on its first thread,
 * that thread is interrupted when the call is cancelled.
 */
final class Cancellation {

  private volatile boolean cancelled;
  private @Nullable Thread runner = Thread.currentThread();

  boolean isCancelled() {
    return cancelled;
  }

  /** Guard against race with {@link #leave}: no thread is interrupted for a call it has left. */
  synchronized void cancel() {
    cancelled = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  /** The implementation has returned. The thread's next call must not see this one's interrupt. */
  synchronized void leave() {
    runner = null;
    if (cancelled) {
      Thread.interrupted();
    }
  }
}
