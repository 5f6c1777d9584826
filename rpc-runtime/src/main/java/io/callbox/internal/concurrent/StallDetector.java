package io.callbox.internal.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after {@link AdaptiveExecutor} every few milliseconds while they have something to do, and
 * sleeps when they have had nothing for a while.
 */
final class StallDetector {

  private static final Logger LOG = LoggerFactory.getLogger(StallDetector.class);

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** How many looks find nothing before it sleeps: waking it costs as much as some looks. */
  private static final int LOOKS = 20;

  private final AdaptiveExecutor watched;
  private final Thread thread;
  private volatile boolean asleep = true;
  private volatile boolean ended;

  StallDetector(String threadName, AdaptiveExecutor watched) {
    this.watched = watched;
    this.thread = new Thread(this::run, threadName);
    this.thread.setDaemon(true);
  }

  /** To be called after a task has been added: wakes the watch if it sleeps. */
  void look() {
    if (asleep) {
      wake();
    }
  }

  void end() {
    ended = true;
    LockSupport.unpark(thread);
  }

  /** If the thread cannot be started, the next task tries again. */
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

  /** Survives whatever happens: nobody else would see that tasks are stuck. */
  private void lookNow() {
    try {
      watched.wakeIfStuck();
    } catch (RuntimeException | Error failure) {
      LOG.error("{} could not look after its threads", thread.getName(), failure);
    }
  }

  /** Guard against race with {@link #look}: it looks at the flag after a task has been added. */
  private void sleep() {
    asleep = true;
    while (asleep && !ended && !watched.isBusy()) {
      LockSupport.park(this);
    }
    asleep = false;
  }
}
