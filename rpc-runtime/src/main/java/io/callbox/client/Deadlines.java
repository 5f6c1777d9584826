package io.callbox.client;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Fails the calls whose time is over, by looking at all of them every few milliseconds. A call
 * costs nothing for being watched, and the thread sleeps while there is none.
 */
final class Deadlines {

  /** How late a timeout may fire. */
  private static final long PRECISION_NANOS = Duration.ofMillis(10).toNanos();

  private final PendingCalls pending;
  private final BrokerClock clock;
  private final Thread thread;
  private volatile boolean asleep;
  private volatile boolean stopped;

  Deadlines(String threadName, PendingCalls pending, BrokerClock clock) {
    this.pending = pending;
    this.clock = clock;
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
      long now = clock.nanoTime();
      pending.failAll(call -> call.isOver(now), Deadlines::exceeded);
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

  private static RpcException exceeded(PendingCall call) {
    String within = " within " + Duration.ofNanos(call.timeoutNanos).toMillis() + " ms";
    return call.pushed
        ? new RpcException(
            StatusCode.DEADLINE_EXCEEDED,
            Executed.UNKNOWN,
            call.method + ": no reply" + within + " from " + call.queue)
        : new RpcException(
            StatusCode.UNAVAILABLE,
            Executed.UNKNOWN,
            call.method + ": Redis did not take the request" + within);
  }
}
