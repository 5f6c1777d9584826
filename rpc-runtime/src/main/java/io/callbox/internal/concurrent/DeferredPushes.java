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

  private final Queue<Runnable> pushes = new ConcurrentLinkedQueue<>();

  /** When the first of the pushes was held. Written by the gathering thread only. */
  private volatile long sinceNanos;

  void hold(Runnable push) {
    if (pushes.isEmpty()) {
      sinceNanos = System.nanoTime();
    }
    pushes.add(push);
  }

  boolean isOver(long now) {
    return !pushes.isEmpty() && now - sinceNanos > LONGEST_NANOS;
  }

  void release() {
    for (Runnable push = pushes.poll(); push != null; push = pushes.poll()) {
      push.run();
    }
  }
}
