package io.callbox.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads that complete the futures of asynchronous calls. */
final class CallerThreads {

  private static final int IDLE_SECONDS = 10;

  private CallerThreads() {}

  /** A pool as wide as the machine, whose threads go when they are idle. */
  static ExecutorService pool(String name) {
    int width = Math.max(2, Runtime.getRuntime().availableProcessors());
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            width,
            width,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + '-' + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            },
            (task, closed) -> task.run()); // a call that ends after its node is told even so
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
