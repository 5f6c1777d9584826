package io.callbox.internal.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pushes of one thread's short tasks, held until the last of these tasks has added its message.
 * The code that releases a push removes it, so each push runs once.
 */
final class DeferredPushes {

  private static final Logger LOG = LoggerFactory.getLogger(DeferredPushes.class);

  private static final long LONGEST_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  /** The number of tasks that came together from which on pushes are held longer. */
  private static final int CROWD = 128;

  private static final long LONGEST_OF_CROWD_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private final Queue<Runnable> pushes = new ConcurrentLinkedQueue<>();

  /** The time of the first held push. Written by the gathering thread only. */
  private volatile long sinceNanos;

  /** The time for which pushes are held. Written by the gathering thread only. */
  private volatile long longestNanos = LONGEST_NANOS;

  /** Notes that this number of tasks came together, and runs one after the other from now on. */
  void together(int tasks) {
    longestNanos = tasks < CROWD ? LONGEST_NANOS : LONGEST_OF_CROWD_NANOS;
  }

  void hold(Runnable push) {
    if (pushes.isEmpty()) {
      sinceNanos = System.nanoTime();
    }
    pushes.add(push);
  }

  /** Releases them if they have been held for long enough. */
  void releaseIfOver(long now) {
    if (!pushes.isEmpty() && now - sinceNanos > longestNanos) {
      release();
    }
  }

  void release() {
    for (Runnable push = pushes.poll(); push != null; push = pushes.poll()) {
      try {
        push.run();
      } catch (RuntimeException | Error failure) { // a failure must not delay the other pushes
        LOG.error("a push that was held failed", failure);
      }
    }
  }
}
