package io.callbox.internal.redisson.failure;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks that only send commands, after a delay. All nodes of a program share one thread, which
 * starts when there is a task, and ends when there has been none for a while. It does not use the
 * JVM's common pool, which may have only one thread, and belongs to the application. Safe for use
 * by many threads.
 */
public final class Later {

  private static final Logger LOG = LoggerFactory.getLogger(Later.class);
  private static final long IDLE_SECONDS = 10;
  private static final ScheduledThreadPoolExecutor THREAD = newThread();

  private Later() {}

  private static ScheduledThreadPoolExecutor newThread() {
    ScheduledThreadPoolExecutor one =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "callbox-later");
              thread.setDaemon(true);
              return thread;
            });
    one.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  /** Returns an executor that runs each task after this delay. A task must not wait. */
  public static Executor after(Duration delay) {
    return task -> THREAD.schedule(() -> logged(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void logged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      LOG.error("a task that was delayed failed", failure);
    }
  }
}
