package io.callbox.internal.concurrent;

import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks later, for one side of a node, in the time of its broker's clock. One thread runs
 * them; it exists while tasks wait. If a test moves the clock, the thread that moves it runs them.
 * Tasks must be short; an exception is logged and ends nothing.
 *
 * <p>After the close, it runs new tasks at once, on the calling thread, and drops waiting tasks,
 * because their owner has ended. Safe for use by many threads.
 */
public final class TaskScheduler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskScheduler.class);
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final String name;
  private final BrokerClock clock;
  private final ScheduledThreadPoolExecutor executor;

  /** Creates a scheduler whose thread has this name. */
  public TaskScheduler(String threadName, BrokerClock clock) {
    this.name = threadName;
    this.clock = clock;
    executor = new ScheduledThreadPoolExecutor(1, task -> daemon(task, threadName));
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Returns whether the clock's time stands still until a test moves it. */
  boolean standsStill() {
    return clock.standsStill();
  }

  /** Returns the clock's time, in its ticks. */
  long nanoTime() {
    return clock.nanoTime();
  }

  /**
   * Runs a task after a delay, in the clock's time.
   *
   * @return an action that cancels the task if it has not begun
   */
  public Runnable run(Duration delay, Runnable task) {
    @Nullable Runnable cancel =
        executor.isShutdown() ? null : clock.schedule(delay, () -> unlessClosed(task));
    return cancel == null ? runInRealTime(delay, task) : cancel;
  }

  /**
   * Runs a task after a delay, in the time of the machine. For tasks that watch threads, which a
   * test's clock does not slow down.
   *
   * @return an action that cancels the task if it has not begun
   */
  public Runnable runInRealTime(Duration delay, Runnable task) {
    try {
      ScheduledFuture<?> scheduled =
          executor.schedule(() -> quietly(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException closed) {
      quietly(task);
      return () -> {};
    }
  }

  private void unlessClosed(Runnable task) {
    if (!executor.isShutdown()) {
      quietly(task);
    }
  }

  private void quietly(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      LOG.error("a task of {} failed", name, failure);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
