package io.callbox.client;

import io.callbox.transport.ElasticThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The threads that complete the futures of asynchronous calls. A call that ends after they have is
 * completed by whoever ends it.
 */
final class CallerThreads implements Executor {

  /** How many callbacks may block before they hold up others. */
  private static final int WIDTH = 64;

  private final ElasticThreads threads;

  CallerThreads(String name) {
    this.threads = new ElasticThreads(name, WIDTH);
  }

  @Override
  public void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException closed) {
      task.run();
    }
  }

  /** Runs what waits, and ends. */
  void shutdown() {
    threads.shutdown();
  }
}
