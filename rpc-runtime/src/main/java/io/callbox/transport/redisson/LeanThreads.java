package io.callbox.transport.redisson;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * The threads of a Redisson client of the node's own: daemons, so that a node that nobody closes
 * does not keep its program from ending. Redisson's timer is the one that cannot be made so; {@link
 * ProgramEnd} closes the client when nothing else is left. Closed with its client.
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

  /** The client is there, and is closed when the program ends but for it. */
  void serve(RedissonClient client) {
    programEnd.start(() -> shutdown(client));
  }

  /** Without a quiet period: by now no pop is outstanding that the client would wait for. */
  static void shutdown(RedissonClient client) {
    client.shutdown(0, 2, TimeUnit.SECONDS);
  }

  /** Runs something after a while, unless closed by then. */
  void later(Runnable task, Duration delay) {
    callbacks.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    programEnd.close();
    callbacks.shutdownNow();
  }
}
