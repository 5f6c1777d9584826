package io.callbox.trial;

import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Has calls under way until it is told to stop, each of a number of its own, from one on. */
public final class SteadyCalls implements AutoCloseable {

  private final IntFunction<? extends CompletableFuture<?>> call;
  private final Semaphore room;
  private final long pauseNanos;
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final Thread thread = new Thread(this::run, "steady-calls");
  private volatile boolean over;

  /**
   * Calls of this kind, which are not made yet.
   *
   * @param call makes the call of a number; its future ends when all has been noted of the call
   * @param together how many calls are under way at most
   * @param pause how long to wait after each
   */
  public SteadyCalls(
      IntFunction<? extends CompletableFuture<?>> call, int together, Duration pause) {
    this.call = call;
    this.room = new Semaphore(together);
    this.pauseNanos = pause.toNanos();
    thread.setDaemon(true);
  }

  /** Begins to call. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!over) {
        if (room.tryAcquire(100, TimeUnit.MILLISECONDS)) {
          call.apply(started.incrementAndGet()).whenComplete((done, failure) -> oneEnded());
          LockSupport.parkNanos(pauseNanos);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void oneEnded() {
    ended.incrementAndGet();
    room.release();
  }

  /** How many calls have been made. */
  public int started() {
    return started.get();
  }

  /** How many of them have ended. */
  public int ended() {
    return ended.get();
  }

  /** Makes no more calls, and waits until each has ended. */
  public void end(String what) throws InterruptedException {
    over = true;
    thread.join();
    Await.until(what, () -> ended.get() == started.get());
  }

  @Override
  public void close() {
    over = true;
  }
}
