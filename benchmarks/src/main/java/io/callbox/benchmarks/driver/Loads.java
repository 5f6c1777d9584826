package io.callbox.benchmarks.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;

/** Runs loads. Each returns when the last call that it started is done. */
final class Loads {

  private Loads() {}

  static void run(Load load, Call call, Tally tally, boolean virtual) throws InterruptedException {
    long end = System.nanoTime() + load.time().toNanos();
    switch (load.mode()) {
      case BLOCKING -> block(load.width(), () -> callUntil(end, call, tally), virtual);
      case ASYNC -> keepOutstanding(load.width(), call, tally, end);
      case RATE -> keepRate(load.width(), call, tally, end);
    }
  }

  private static void block(int width, Runnable calls, boolean virtual)
      throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int caller = 0; caller < width; caller++) {
      threads.add(virtual ? VirtualThreads.start(calls) : started(calls, "caller-" + caller));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static Thread started(Runnable calls, String name) {
    Thread thread = new Thread(calls, name);
    thread.start();
    return thread;
  }

  private static void callUntil(long end, Call call, Tally tally) {
    long before = System.nanoTime();
    while (before < end) {
      boolean right = call.await();
      long after = System.nanoTime();
      tally.done(after - before, right);
      before = after;
    }
  }

  private static void keepOutstanding(int width, Call call, Tally tally, long end) {
    Phaser running = new Phaser(1);
    for (int chain = 0; chain < width; chain++) {
      running.register();
      new Chain(call, tally, end, running).next();
    }
    running.arriveAndAwaitAdvance();
  }

  /** One place among those outstanding: a reply starts the next call. */
  private record Chain(Call call, Tally tally, long end, Phaser running) {

    void next() {
      for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
        CompletableFuture<Boolean> reply = call.start();
        long started = start;
        if (!reply.isDone()) {
          reply.whenComplete((right, failure) -> resume(started, right, failure));
          return;
        }
        tally.done(System.nanoTime() - started, !reply.isCompletedExceptionally());
      }
      running.arriveAndDeregister();
    }

    private void resume(long started, Boolean right, Throwable failure) {
      tally.done(System.nanoTime() - started, failure == null && right);
      next();
    }
  }

  private static void keepRate(int rate, Call call, Tally tally, long end) {
    Phaser running = new Phaser(1);
    double interval = 1e9 / rate;
    long first = System.nanoTime();
    for (int turn = 0; ; turn++) {
      long intended = first + (long) (turn * interval);
      if (intended >= end) {
        break;
      }
      waitUntil(intended);
      running.register();
      long started = System.nanoTime();
      call.start()
          .whenComplete(
              (right, failure) -> {
                long now = System.nanoTime();
                tally.done(now - started, failure == null && right);
                tally.doneSinceIntended(now - intended);
                running.arriveAndDeregister();
              });
    }
    running.arriveAndAwaitAdvance();
  }

  private static void waitUntil(long instant) {
    for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
