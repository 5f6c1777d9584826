package io.callbox.internal.client;

import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fails the calls whose time is over, by looking at all of them every few milliseconds. A call
 * costs nothing for being watched, and the thread sleeps while there is none.
 */
final class TimeoutMonitor {

  private static final Logger LOG = LoggerFactory.getLogger(TimeoutMonitor.class);

  /** How late a timeout may fire. */
  private static final long PRECISION_NANOS = Duration.ofMillis(10).toNanos();

  private final PendingCalls pending;
  private final BrokerClock clock;
  private final CallCanceller canceller;
  private final Thread thread;
  private volatile boolean asleep;
  private volatile boolean stopped;

  TimeoutMonitor(
      String threadName, PendingCalls pending, BrokerClock clock, CallCanceller canceller) {
    this.pending = pending;
    this.clock = clock;
    this.canceller = canceller;
    this.thread = new Thread(this::run, threadName);
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  /** To be called after a call has been registered: wakes the thread if it sleeps. */
  void watch() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!stopped) {
      sleepUntilNeeded();
      LockSupport.parkNanos(this, PRECISION_NANOS);
      look();
    }
  }

  /** Survives whatever happens: nobody else would end the calls to come. */
  private void look() {
    try {
      long now = clock.nanoTime();
      pending.removeAll(call -> call.isOver(now), call -> call.timedOut(canceller));
    } catch (RuntimeException | Error failure) {
      LOG.error("{} could not look for calls whose time is over", thread.getName(), failure);
    }
  }

  /**
   * Guard against race with {@link #watch}: it looks at the flag after it has registered a call.
   */
  private void sleepUntilNeeded() {
    asleep = true;
    while (pending.isEmpty() && !stopped) {
      LockSupport.park(this);
    }
    asleep = false;
  }
}
