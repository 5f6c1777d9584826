package io.callbox.internal.concurrent;

import io.callbox.log.MessageLog;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs short pieces of work that came together, in their order, as one task, because a piece costs
 * less than a task. While one piece runs, another task waits to continue with the next, in case
 * this piece blocks. If a piece has blocked for a while, each of the others gets its own task. A
 * piece that fails does not affect the others. If the executor is closed, or throws, for example
 * because there is no memory for a thread, the thread that submits tasks runs them itself. Safe for
 * use by many threads.
 */
public final class TaskSequence implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskSequence.class);
  private static final MessageLog REFUSED =
      MessageLog.of(LOG, "an executor does not take a task, which runs beside it: {}");

  /** The duration above which a piece may be waiting. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Executor executor;
  private final Pieces pieces;
  private final int size;
  private final AtomicInteger next = new AtomicInteger();

  /** Set if a task waits to continue. */
  private final AtomicBoolean called = new AtomicBoolean();

  /**
   * The thread that hands a task to the executor now. A closed executor runs the task on this
   * thread at once, although this thread continues with the next piece itself.
   */
  private final AtomicReference<@Nullable Thread> handing = new AtomicReference<>();

  /** The start of the latest piece: a hint from the last thread that wrote it. */
  private final AtomicLong begunNanos = new AtomicLong(System.nanoTime());

  private TaskSequence(Executor executor, Pieces pieces) {
    this.executor = executor;
    this.pieces = pieces;
    this.size = pieces.size();
  }

  /** The work. */
  public interface Pieces {

    /** Returns the number of pieces. */
    int size();

    /** Returns whether the results of the other pieces wait for the last piece, if it blocks. */
    default boolean endTogether() {
      return false;
    }

    /** Returns this machine's ticks, when the calling thread is about to run a piece. */
    default long nanoTime() {
      return System.nanoTime();
    }

    /** Runs one piece on the calling thread. Throws nothing. */
    void perform(int index);

    /** Called when a thread begins to run pieces. */
    default void entered() {}

    /** Called when the thread stops. */
    default void left() {}

    /**
     * Called when all pieces have begun, and some still run.
     *
     * @param blocked whether these pieces have already taken long
     */
    default void othersRun(boolean blocked) {}
  }

  /** Runs the work soon. */
  public static void start(Executor executor, Pieces pieces) {
    TaskSequence all = new TaskSequence(executor, pieces);
    all.called.set(true);
    if (!isTaken(executor, all)) {
      all.run();
    }
  }

  /**
   * Hands a task to an executor. Returns whether the executor has taken it, which is possible even
   * if it throws.
   */
  static boolean isTaken(Executor executor, Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RuntimeException | Error failure) {
      REFUSED.warn(failure.toString());
      return false;
    }
  }

  @Override
  public void run() {
    called.set(false);
    if (handing.get() == Thread.currentThread()) {
      return;
    }
    pieces.entered();
    try {
      boolean blocked = System.nanoTime() - begunNanos.get() > LONG_NANOS;
      if (next.get() > 0 && next.get() < size && blocked) {
        spread();
      }
      if (next.get() >= size) {
        pieces.othersRun(blocked);
      }
      performAll();
    } finally {
      pieces.left();
    }
  }

  private void performAll() {
    for (int index = next.getAndIncrement(); index < size; index = next.getAndIncrement()) {
      if (index + 1 < size || pieces.endTogether()) {
        call();
      }
      perform(index);
    }
  }

  private void perform(int index) {
    begunNanos.lazySet(pieces.nanoTime());
    try {
      pieces.perform(index);
    } catch (RuntimeException | Error failure) {
      LOG.error("a piece of work failed", failure);
    }
  }

  /**
   * Calls another task to continue. Guard against race with that task: another thread may begin it,
   * and call for the next.
   */
  private void call() {
    if (!called.get() && called.compareAndSet(false, true)) {
      Thread here = Thread.currentThread();
      handing.set(here);
      if (!isTaken(executor, this)) {
        called.set(false);
      }
      handing.compareAndSet(here, null);
    }
  }

  private void spread() {
    for (int index = next.getAndIncrement(); index < size; index = next.getAndIncrement()) {
      int piece = index;
      HandedTask.run(executor, () -> performAlone(piece));
    }
  }

  private void performAlone(int index) {
    pieces.entered();
    try {
      perform(index);
    } finally {
      pieces.left();
    }
  }
}
