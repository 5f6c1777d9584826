package io.callbox.internal.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Pushes that the short tasks of one thread have begun, held until the last of these tasks has
 * added its message. Whoever releases a push takes it out, so each runs once.
 */
final class DeferredPushes {

  private static final long LONGEST_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  /** While so many tasks came together, which will take longer than that. */
  private static final int CROWD = 128;

  private static final long LONGEST_OF_CROWD_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private final Queue<Runnable> pushes = new ConcurrentLinkedQueue<>();

  /** When the first of the pushes was held. Written by the gathering thread only. */
  private volatile long sinceNanos;

  /** How long pushes are held. Written by the gathering thread only. */
  private volatile long longestNanos = LONGEST_NANOS;

  /** So many tasks came together, and are done one after the other from now on. */
  void together(int tasks) {
    longestNanos = tasks < CROWD ? LONGEST_NANOS : LONGEST_OF_CROWD_NANOS;
  }

  void hold(Runnable push) {
    if (pushes.isEmpty()) {
      sinceNanos = System.nanoTime();
    }
    pushes.add(push);
  }

  boolean isOver(long now) {
    return !pushes.isEmpty() && now - sinceNanos > longestNanos;
  }

  void release() {
    for (Runnable push = pushes.poll(); push != null; push = pushes.poll()) {
      push.run();
    }
  }
}
