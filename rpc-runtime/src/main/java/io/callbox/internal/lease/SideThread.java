package io.callbox.internal.lease;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one task at a time beside the thread that asks for it. That thread waits for the end of the
 * task, within a bound. Used by one thread; closed by its owner.
 */
final class SideThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SideThread.class);

  private final ThreadPoolExecutor executor;
  private CompletableFuture<@Nullable Void> current = CompletableFuture.completedFuture(null);

  /** Creates it. It has no thread until there is a task. */
  SideThread(String name) {
    this.executor =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(1),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
  }

  /** Runs a task, unless the last one still runs. Waits within a bound for the task that runs. */
  void run(Runnable task, Duration patience) throws InterruptedException {
    if (current.isDone() && !begin(task)) {
      return;
    }
    try {
      current.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException busy) {
      LOG.debug("what is seen to with each beat takes longer than {}", patience);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  /** Guard against race with the end: the owner may end while it asks for another task. */
  private boolean begin(Runnable task) {
    try {
      current = CompletableFuture.runAsync(task, executor);
      return true;
    } catch (RejectedExecutionException closed) {
      LOG.debug("a task does not begin after the end of its owner");
      return false;
    }
  }

  /** Accepts no further tasks, and waits within a bound for the last one. */
  void awaitEnd(Duration bound) throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(bound.toNanos(), TimeUnit.NANOSECONDS)) {
      LOG.debug("a task goes on after the end of its owner");
    }
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
