package io.callbox.internal.client.call;

import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fails calls whose deadline has passed. It looks at all calls every few milliseconds, so a watched
 * call costs nothing. The thread sleeps while there are no calls.
 */
public final class TimeoutMonitor {

  private static final Logger LOG = LoggerFactory.getLogger(TimeoutMonitor.class);

  /** The maximum delay with which a timeout fires. */
  private static final long PRECISION_NANOS = Duration.ofMillis(10).toNanos();

  private final PendingCalls pending;
  private final BrokerClock clock;
  private final CallCanceller canceller;
  private final Thread thread;
  private volatile boolean stopped;

  public TimeoutMonitor(
      String threadName, PendingCalls pending, BrokerClock clock, CallCanceller canceller) {
    this.pending = pending;
    this.clock = clock;
    this.canceller = canceller;
    this.thread = new Thread(this::run, threadName);
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!stopped) {
      pending.awaitCall(() -> stopped);
      LockSupport.parkNanos(this, PRECISION_NANOS);
      look();
    }
  }

  /** Looks once. It survives all exceptions, because no other thread would end later calls. */
  private void look() {
    try {
      long now = clock.nanoTime();
      pending.removeAll(call -> call.isOver(now), call -> call.timedOut(canceller));
    } catch (RuntimeException | Error failure) {
      LOG.error("{} could not look for calls whose time is over", thread.getName(), failure);
    }
  }
}
