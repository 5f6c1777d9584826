package io.callbox.testkit.network;

import io.callbox.transport.Delivery;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Answers that one node could not send while it was cut off. It tries again every half second of
 * real time: once it is back, time stands still until it has. Safe for use by many threads.
 */
final class Unsent {

  /** Longer than a node waits between two tries. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final End end;
  private final Set<Delivery> answers = ConcurrentHashMap.newKeySet();
  private volatile long sinceNanos;

  Unsent(End end) {
    this.end = end;
  }

  /** Answers to these requests have been sent, or refused. */
  void answered(List<Delivery> requests, boolean sent) {
    if (sent) {
      requests.forEach(end::answered);
      requests.forEach(answers::remove);
    } else {
      answers.addAll(requests);
      sinceNanos = System.nanoTime();
    }
  }

  boolean isAtWork() {
    return end.isEnabled() && !answers.isEmpty() && System.nanoTime() - sinceNanos < LONGEST_NANOS;
  }
}
