package io.callbox.internal.gateway.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task again and again while nothing else happens: after a time, or twice that time at most,
 * in which nothing was heard. Safe for use by many threads. Whoever begins it ends it.
 */
final class Pulse {

  private static final int BEATS = 2;

  private final Duration quiet;
  private final Runnable task;

  /** Whether something was heard since the last look. */
  private volatile boolean heard = true;

  /** The next look; null before the first. Guarded by this: the end races with a look. */
  private @Nullable CompletableFuture<Void> next;

  private boolean over; // guarded by this

  /**
   * A pulse that has not begun.
   *
   * @param task must not block; runs on a thread of the common pool
   */
  Pulse(Duration quiet, Runnable task) {
    this.quiet = quiet;
    this.task = task;
  }

  /** The time after which something should be heard, where nobody waits for longer than this. */
  static Duration within(Duration patience) {
    return patience.dividedBy(BEATS);
  }

  /** Begins. */
  synchronized void begin() {
    if (!over) {
      CompletableFuture<Void> time = new CompletableFuture<>();
      time.thenRunAsync(this::look);
      next = time.completeOnTimeout(null, quiet.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    if (!heard) {
      task.run();
    }
    heard = false;
    begin();
  }

  /** Something happens, so the task need not run. */
  void heard() {
    heard = true;
  }

  /** Ends. The task may run once more. */
  synchronized void end() {
    over = true;
    if (next != null) {
      next.cancel(false); // or the timer would keep this until then
    }
  }
}
