package io.callbox.testkit.network;

import io.callbox.testkit.time.Activity;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs the requests that one node has taken, and knows which of them are at work: a request is at
 * work from the time when it is taken, also on its way to its thread, until it ends or waits. Safe
 * for use by many threads.
 */
final class TaskWatch implements Executor {

  private static final String NAME = "callbox-testkit-worker-";

  /** The maximum real time that a lock may be held. */
  private static final long LOCK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final AtomicLong MADE = new AtomicLong();
  private static final ExecutorService THREADS = Executors.newCachedThreadPool(TaskWatch::thread);

  private final NodeWork node;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong begun = new AtomicLong();
  private final Set<Turn> turns = ConcurrentHashMap.newKeySet();

  TaskWatch(NodeWork node) {
    this.node = node;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, NAME + MADE.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** Notes that this number of requests has been taken, and will be submitted here. */
  void taken(int count) {
    taken.addAndGet(count);
  }

  @Override
  public void execute(Runnable task) {
    Turn turn = new Turn(task);
    turns.add(turn);
    begun.incrementAndGet();
    THREADS.execute(turn);
  }

  boolean isAtWork() {
    return taken.get() != begun.get() || turns.stream().anyMatch(Turn::isAtWork);
  }

  /** Returns whether a thread is one of those that run requests. */
  static boolean isOneOf(Thread thread) {
    return thread.getName().startsWith(NAME);
  }

  private final class Turn implements Runnable {
    private final Runnable task;
    private volatile @Nullable Thread thread;

    /**
     * The object for which it waits, and the start of the wait, in real time. These fields belong
     * to the thread that looks.
     */
    private @Nullable Object blocker;

    private long sinceNanos;

    Turn(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      thread = Thread.currentThread();
      try {
        task.run();
      } finally {
        turns.remove(this);
        node.changed();
      }
    }

    /**
     * The request was running when it noted its thread: if this thread waits now, the request has
     * reached a wait.
     */
    boolean isAtWork() {
      Thread runner = thread;
      return runner == null || Activity.runs(runner) || mayHoldOn(LockSupport.getBlocker(runner));
    }

    /**
     * Returns whether to count a waiting thread as at work. A thread that waits for a lock is at
     * work; but a thread that waits for a latch, perhaps for long, looks the same.
     */
    private boolean mayHoldOn(@Nullable Object newBlocker) {
      if (newBlocker != blocker) {
        blocker = newBlocker;
        sinceNanos = System.nanoTime();
      }
      return newBlocker instanceof AbstractOwnableSynchronizer
          && System.nanoTime() - sinceNanos < LOCK_NANOS;
    }
  }
}
