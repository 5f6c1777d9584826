package io.callbox.internal.client.durable;

import io.callbox.internal.client.push.OpenWaits;
import io.callbox.internal.concurrent.RepeatedLook;
import io.callbox.internal.concurrent.TaskScheduler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * The submissions that are accepted or refused later. It ends those whose time is over: it looks at
 * all of them at intervals, so that none needs a timer of its own, and rests while there are none.
 * Its close ends them all.
 *
 * <p>Safe for use by many threads. The code that creates it closes it.
 */
final class OpenSubmissions implements AutoCloseable {

  /** The maximum delay with which a submission is ended. */
  private static final Duration PRECISION = Duration.ofMillis(20);

  private final Set<Submitting> open = ConcurrentHashMap.newKeySet();
  private final RepeatedLook looks;
  private volatile boolean closed;

  OpenSubmissions(TaskScheduler later) {
    this.looks = new RepeatedLook(later, PRECISION, () -> !open.isEmpty(), this::look);
  }

  /** Adds a submission that is about to be pushed. */
  void add(Submitting submitting) {
    open.add(submitting);
    looks.keepLooking();
    if (closed) { // guard against race with close: the thread that sees the other's write ends it
      submitting.fail(OpenWaits.closed());
    }
  }

  /** Removes a submission that has been answered. */
  void remove(Submitting submitting) {
    open.remove(submitting);
  }

  private void look() {
    for (Submitting each : open) {
      if (each.isOver()) {
        each.fail(new TimeoutException());
      }
    }
  }

  /** Ends all of them. */
  @Override
  public void close() {
    closed = true;
    open.forEach(each -> each.fail(OpenWaits.closed()));
  }
}
