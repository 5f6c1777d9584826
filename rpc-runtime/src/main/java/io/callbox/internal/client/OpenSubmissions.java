package io.callbox.internal.client;

import io.callbox.internal.concurrent.RepeatedLook;
import io.callbox.internal.concurrent.TaskScheduler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * The submissions whose acceptance somebody hears of later. Ends those whose time is over: it looks
 * at all of them now and then, so that none needs a timer of its own, and rests while there are
 * none. The close of the node ends them with all other waits.
 *
 * <p>Safe for use by many threads.
 */
final class OpenSubmissions {

  /** How late a submission may be ended. */
  private static final Duration PRECISION = Duration.ofMillis(20);

  private final Set<Submitting> open = ConcurrentHashMap.newKeySet();
  private final OpenWaits waits;
  private final RepeatedLook looks;

  OpenSubmissions(TaskScheduler later, OpenWaits waits) {
    this.waits = waits;
    this.looks = new RepeatedLook(later, PRECISION, () -> !open.isEmpty(), this::look);
  }

  /** Adds a submission, whose end the caller hears of from its answer. */
  void add(Submitting submitting) {
    open.add(submitting);
    waits.add(submitting.answer());
    looks.keepLooking();
  }

  /** Removes a submission that has been answered. */
  void remove(Submitting submitting) {
    open.remove(submitting);
  }

  private void look() {
    for (Submitting each : open) {
      if (each.isOver()) {
        each.answer().completeExceptionally(new TimeoutException());
      }
    }
  }
}
