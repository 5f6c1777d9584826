package io.callbox.internal.redisson.client;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * The threads of the node's own Redisson client. They are daemon threads, so that a node that is
 * not closed does not prevent the end of its program. Only Redisson's timer cannot be a daemon;
 * {@link ProgramEnd} closes the client when no other thread is left. Closed with its client.
 */
final class LeanThreads implements AutoCloseable {

  private static final int NETTY_THREADS = 2;
  private static final int CALLBACK_THREADS = 2;

  private final AtomicInteger made = new AtomicInteger();
  private final Executor netty = task -> daemon(task, "callbox-netty-").start();
  private final ScheduledThreadPoolExecutor callbacks =
      new ScheduledThreadPoolExecutor(CALLBACK_THREADS, task -> daemon(task, "callbox-redisson-"));
  private final ProgramEnd programEnd = new ProgramEnd("callbox-program-end");

  private Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  Config config() {
    return new Config()
        .setThreads(CALLBACK_THREADS)
        .setExecutor(callbacks)
        .setNettyThreads(NETTY_THREADS)
        .setNettyExecutor(netty);
  }

  /** Sets the client; it is closed when only its own threads keep the program alive. */
  void serve(RedissonClient client) {
    programEnd.start(() -> shutdown(client));
  }

  /** Shuts down without a quiet period: no pop is left for which the client would have to wait. */
  static void shutdown(RedissonClient client) {
    client.shutdown(0, 2, TimeUnit.SECONDS);
  }

  /** Runs a task after a delay, unless this is closed before. */
  void later(Runnable task, Duration delay) {
    callbacks.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    programEnd.close();
    callbacks.shutdownNow();
  }
}
