package io.callbox.internal.gateway.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a task repeatedly while no event occurs: after a time, or at most twice that time, without
 * one. Safe for use by many threads. The code that begins it ends it.
 */
final class Pulse {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final int BEATS = 2;

  private final Duration quiet;
  private final Executor executor;
  private final Runnable task;

  /** Set if an event has occurred since the last look. */
  private volatile boolean heard = true;

  /**
   * The next look; null before the first. Guard against race: the thread that ends it races with a
   * look.
   */
  @GuardedBy("this")
  private @Nullable CompletableFuture<Void> next;

  @GuardedBy("this")
  private boolean over;

  /**
   * Creates a pulse that has not begun.
   *
   * @param executor runs the task. The timer has only one thread, and the common pool may be full
   *     of the user's own tasks
   * @param task must not block
   */
  Pulse(Duration quiet, Executor executor, Runnable task) {
    this.quiet = quiet;
    this.executor = executor;
    this.task = task;
  }

  /**
   * Returns the time without an event after which the task runs, if no reader waits for longer than
   * {@code patience}.
   */
  static Duration within(Duration patience) {
    return patience.dividedBy(BEATS);
  }

  /** Begins. */
  synchronized void begin() {
    if (!over) {
      CompletableFuture<Void> time = new CompletableFuture<>();
      time.thenRun(this::look);
      long millis = Math.max(1, quiet.toMillis());
      next = time.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Runs on the timer's thread. */
  private void look() {
    boolean silent = !heard;
    heard = false;
    if (silent) {
      beat();
    }
    begin();
  }

  private void beat() {
    try {
      executor.execute(
          () -> {
            task.run();
            heard = false; // an event of the task itself does not count
          });
    } catch (RuntimeException full) { // or because the request has just ended
      LOG.debug("nothing is said this time", full);
    }
  }

  /** Notes an event, so the task need not run. */
  void heard() {
    heard = true;
  }

  /** Ends. The task may run once more. */
  synchronized void end() {
    over = true;
    if (next != null) {
      next.cancel(false); // otherwise the timer would keep this object until then
    }
  }
}
