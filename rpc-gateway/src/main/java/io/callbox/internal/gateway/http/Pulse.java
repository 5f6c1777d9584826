package io.callbox.internal.gateway.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a task again and again while nothing else happens: after a time, or twice that time at most,
 * in which nothing was heard. Safe for use by many threads. Whoever begins it ends it.
 */
final class Pulse {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final int BEATS = 2;

  private final Duration quiet;
  private final Executor executor;
  private final Runnable task;

  /** Whether something was heard since the last look. */
  private volatile boolean heard = true;

  /** The next look; null before the first. Guarded by this: the end races with a look. */
  private @Nullable CompletableFuture<Void> next;

  private boolean over; // guarded by this

  /**
   * A pulse that has not begun.
   *
   * @param executor runs the task: neither the timer's one thread may, nor the common pool, which
   *     the user's own calls may fill
   * @param task must not block
   */
  Pulse(Duration quiet, Executor executor, Runnable task) {
    this.quiet = quiet;
    this.executor = executor;
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
            heard = false; // what the task says does not count
          });
    } catch (RuntimeException full) { // or the request has just ended
      LOG.debug("nothing is said this time", full);
    }
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
