package io.callbox.shards;

import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Has sixty-four calls under way until it is ended, each of a number of its own. */
final class Churn implements AutoCloseable {

  private static final int OUTSTANDING = 64;
  private static final long PAUSE_NANOS = Duration.ofNanos(50_000).toNanos();

  private final IntFunction<CompletableFuture<?>> call;
  private final Semaphore room = new Semaphore(OUTSTANDING);
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "churn");
  private volatile boolean over;

  /** Begins to call. */
  Churn(IntFunction<CompletableFuture<?>> call) {
    this.call = call;
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (!over) {
        if (room.tryAcquire(100, TimeUnit.MILLISECONDS)) {
          call.apply(started.incrementAndGet()).whenComplete((done, failure) -> ended(failure));
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void ended(Throwable failure) {
    if (failure != null) {
      failures.add(failure.toString());
    }
    ended.incrementAndGet();
    room.release();
  }

  /** Waits until so many more calls have ended. */
  void awaitMore(int calls) {
    int before = ended.get();
    Await.until(calls + " more calls", () -> ended.get() - before >= calls);
  }

  /** Starts no more calls, and waits until all have ended. */
  void end() throws InterruptedException {
    over = true;
    thread.join();
    Await.until("all calls have ended", () -> ended.get() == started.get());
  }

  int calls() {
    return started.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    over = true;
  }
}
