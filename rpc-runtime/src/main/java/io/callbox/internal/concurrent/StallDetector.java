package io.callbox.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks each {@link AdaptiveExecutor} every few milliseconds while it has tasks, and sleeps after
 * a while without tasks.
 */
final class StallDetector {

  private static final Logger LOG = LoggerFactory.getLogger(StallDetector.class);

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** The interval at which it looks, while it sleeps, whether it has missed a task. */
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  /** The number of looks without tasks before it sleeps. To wake it costs as much as some looks. */
  private static final int LOOKS = 20;

  /** The time without the end of a task after which an executor is starved. */
  private static final Duration STARVED = Duration.ofSeconds(1);

  private static final long COMPLAINT_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

  private final AdaptiveExecutor watched;
  private final Thread thread;

  /** The time of the last complaint. Belongs to the thread of the detector. */
  private long complainedNanos = System.nanoTime() - COMPLAINT_PAUSE_NANOS;

  private volatile boolean asleep = true;
  private volatile boolean ended;

  StallDetector(String threadName, AdaptiveExecutor watched) {
    this.watched = watched;
    this.thread = new Thread(this::run, threadName);
    this.thread.setDaemon(true);
  }

  /** Wakes the detector if it sleeps. Call it after a task is added. */
  void look() {
    if (asleep) {
      wake();
    }
  }

  void end() {
    ended = true;
    LockSupport.unpark(thread);
  }

  /** Wakes the thread. If the thread cannot be started, the next task tries again. */
  private synchronized void wake() {
    if (thread.getState() == Thread.State.NEW) {
      try {
        thread.start();
      } catch (OutOfMemoryError none) {
        LOG.warn("{} could not be started: {}", thread.getName(), none.toString());
        return;
      }
    }
    asleep = false;
    LockSupport.unpark(thread);
  }

  private void run() {
    for (int nothing = 0; !ended; nothing = watched.isBusy() ? 0 : nothing + 1) {
      if (nothing >= LOOKS) {
        sleep();
        nothing = 0;
      }
      LockSupport.parkNanos(this, TICK_NANOS);
      lookNow();
    }
  }

  /**
   * Looks at the executors. It survives all exceptions, because no other thread would notice stuck
   * tasks.
   */
  private void lookNow() {
    try {
      complainIfStarved(System.nanoTime());
      watched.wakeIfStuck();
    } catch (RuntimeException | Error failure) {
      LOG.error("{} could not look after its threads", thread.getName(), failure);
    }
  }

  private void complainIfStarved(long now) {
    if (now - complainedNanos > COMPLAINT_PAUSE_NANOS && watched.isStuckFor(STARVED)) {
      complainedNanos = now;
      watched.complain();
    }
  }

  /**
   * Sleeps. Guard against race with {@link #look}: it looks at the flag after a task has been
   * added.
   */
  private void sleep() {
    asleep = true;
    while (asleep && !ended && !watched.isBusy()) {
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    asleep = false;
  }
}
