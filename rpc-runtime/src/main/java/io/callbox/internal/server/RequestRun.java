package io.callbox.internal.server;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves requests that were taken together, in their order: one task for all of them, since a short
 * request costs less than a task. While one is served, another task waits to go on with the next,
 * should this one block; and if it has blocked for a while, each of the rest gets a task of its
 * own. Safe for use by many threads.
 */
final class RequestRun implements Runnable {

  /** A request that takes longer may be waiting for something. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Executor executor;
  private final Requests requests;
  private final int size;
  private final AtomicInteger next = new AtomicInteger();

  /** Whether a task waits to go on. */
  private final AtomicBoolean called = new AtomicBoolean();

  /** When a request was begun last: a hint, by whoever wrote it last. */
  private volatile long begunNanos = System.nanoTime();

  RequestRun(Executor executor, Requests requests) {
    this.executor = executor;
    this.requests = requests;
    this.size = requests.size();
  }

  /** What a run serves. */
  interface Requests {

    int size();

    /** Whether one that blocks may keep the responses of others waiting. */
    boolean areAnsweredTogether();

    /** Serves one, on the calling thread. Throws nothing. */
    void serve(int index);

    /** A thread takes part. */
    void entered();

    /** It no longer does. */
    void left();

    /**
     * No request is left to begin, and others are being served.
     *
     * @param blocked whether these have taken long already
     */
    void othersRun(boolean blocked);
  }

  /** Serves them soon. */
  void start() {
    call();
  }

  @Override
  public void run() {
    called.set(false);
    requests.entered();
    try {
      boolean blocked = System.nanoTime() - begunNanos > LONG_NANOS;
      if (next.get() > 0 && next.get() < size && blocked) {
        spread();
      }
      if (next.get() >= size) {
        requests.othersRun(blocked);
      }
      serveAll();
    } finally {
      requests.left();
    }
  }

  private void serveAll() {
    for (int index = next.getAndIncrement(); index < size; index = next.getAndIncrement()) {
      if (index + 1 < size || requests.areAnsweredTogether()) {
        call();
      }
      serve(index);
    }
  }

  private void serve(int index) {
    begunNanos = System.nanoTime();
    requests.serve(index);
  }

  private void call() {
    if (called.compareAndSet(false, true)) {
      executor.execute(this);
    }
  }

  private void spread() {
    for (int index = next.getAndIncrement(); index < size; index = next.getAndIncrement()) {
      int one = index;
      executor.execute(() -> serveAlone(one));
    }
  }

  private void serveAlone(int index) {
    requests.entered();
    try {
      serve(index);
    } finally {
      requests.left();
    }
  }
}
