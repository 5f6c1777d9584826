package io.callbox.internal.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The room for the bytes of requests. The last request that is taken need not fit, so even the
 * largest request is served, by itself. Safe for use by many threads.
 */
final class ByteBudget {

  /**
   * A request that runs is in memory several times: as its message, as arguments, as a result, and
   * as a response.
   */
  private static final int SHARE_OF_HEAP = 16;

  private final long bound;
  private final AtomicLong used = new AtomicLong();

  ByteBudget(long bound) {
    this.bound = bound;
  }

  /** Creates room for a sixteenth of the memory that this JVM may use. */
  static ByteBudget ofHeap() {
    return new ByteBudget(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /** Returns for how many bytes there is room; below 1 for none. */
  long left() {
    return bound - used.get();
  }

  void take(int bytes) {
    used.addAndGet(bytes);
  }

  /** Guard against race with {@link #await}: it looks again before it waits. */
  void giveBack(int bytes) {
    long before = used.getAndAdd(-bytes);
    if (before >= bound && before - bytes < bound) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Waits until there is room. Returns whether there is. */
  boolean await(Duration time) throws InterruptedException {
    if (left() > 0) {
      return true;
    }
    long end = System.nanoTime() + time.toNanos();
    synchronized (this) {
      for (long wait = end - System.nanoTime();
          left() < 1 && wait > 0;
          wait = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, wait);
      }
    }
    return left() > 0;
  }
}
