package io.callbox.testkit.time;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One thread that waits for an event or for a time. */
final class Wait {

  /** The interval, in real time, at which a wait checks whether its event has come. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  final Thread thread = Thread.currentThread();
  final long due;
  final long number;
  private final CountDownLatch event;
  private volatile boolean over;

  Wait(CountDownLatch event, long due, long number) {
    this.event = event;
    this.due = due;
    this.number = number;
  }

  /** Returns whether its time is over. */
  boolean isOver() {
    return over;
  }

  /** Returns whether it has ended, although its thread may not know it yet. */
  boolean hasEnded() {
    return over || event.getCount() == 0;
  }

  /** Ends the wait, because its time is over. */
  void end() {
    over = true;
    LockSupport.unpark(thread);
  }

  /** Waits, on its own thread. */
  void await() throws InterruptedException {
    while (!hasEnded()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }
}
