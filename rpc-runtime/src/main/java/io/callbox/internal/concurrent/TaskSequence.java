package io.callbox.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does short pieces of work that came together, in their order: one task for all of them, since a
 * piece costs less than a task. While one is done, another task waits to go on with the next,
 * should this one block; and if it has blocked for a while, each of the rest gets a task of its
 * own. Safe for use by many threads.
 */
public final class TaskSequence implements Runnable {

  /** A piece that takes longer may be waiting for something. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Executor executor;
  private final Pieces pieces;
  private final int size;
  private final AtomicInteger next = new AtomicInteger();

  /** Whether a task waits to go on. */
  private final AtomicBoolean called = new AtomicBoolean();

  /** When a piece was begun last: a hint, by whoever wrote it last. */
  private volatile long begunNanos = System.nanoTime();

  private TaskSequence(Executor executor, Pieces pieces) {
    this.executor = executor;
    this.pieces = pieces;
    this.size = pieces.size();
  }

  /** The work. */
  public interface Pieces {

    /** How many there are. */
    int size();

    /** Whether the last one, if it blocks, keeps what comes of the others waiting. */
    default boolean endTogether() {
      return false;
    }

    /** Does one, on the calling thread. Throws nothing. */
    void perform(int index);

    /** A thread takes part. */
    default void entered() {}

    /** It no longer does. */
    default void left() {}

    /**
     * No piece is left to begin, and others are being done.
     *
     * @param blocked whether these have taken long already
     */
    default void othersRun(boolean blocked) {}
  }

  /** Has the work done soon. */
  public static void start(Executor executor, Pieces pieces) {
    new TaskSequence(executor, pieces).call();
  }

  @Override
  public void run() {
    called.set(false);
    pieces.entered();
    try {
      boolean blocked = System.nanoTime() - begunNanos > LONG_NANOS;
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
    begunNanos = System.nanoTime();
    pieces.perform(index);
  }

  private void call() {
    if (called.compareAndSet(false, true)) {
      executor.execute(this);
    }
  }

  private void spread() {
    for (int index = next.getAndIncrement(); index < size; index = next.getAndIncrement()) {
      int one = index;
      executor.execute(() -> performAlone(one));
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
