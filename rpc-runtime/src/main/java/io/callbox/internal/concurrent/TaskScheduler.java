package io.callbox.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what one end of a node does after a while, on one thread that is there while something
 * waits. Tasks must not take long; one that throws is logged and ends nothing.
 *
 * <p>Once closed, it runs what it is given at once, on the calling thread, and what waits never:
 * whoever closes it has ended that before. Safe for use by many threads.
 */
public final class TaskScheduler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskScheduler.class);
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ScheduledThreadPoolExecutor executor;

  /** A timer whose thread has this name. */
  public TaskScheduler(String threadName) {
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

  /**
   * Runs a task after a while.
   *
   * @return forgets the task, if it has not begun
   */
  public Runnable run(Duration delay, Runnable task) {
    try {
      ScheduledFuture<?> scheduled =
          executor.schedule(() -> quietly(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException closed) {
      quietly(task);
      return () -> {};
    }
  }

  private static void quietly(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      LOG.error("a task of {} failed", Thread.currentThread().getName(), failure);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
