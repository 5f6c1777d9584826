package io.callbox.internal.lease;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests that a server knows it holds. Safe for use by many threads. */
public final class HeldRequests {

  /**
   * The time after which the answer to a take no longer comes: a wait of four seconds, three more
   * for its answer, and one to spare. A request that is held for longer and unknown is lost.
   */
  public static final Duration LONGEST_TAKE = Duration.ofSeconds(8);

  private final Set<Delivery> held = ConcurrentHashMap.newKeySet();

  /** Adds a request. */
  public void add(Delivery request) {
    held.add(request);
  }

  /** Removes a request. Returns whether it was there. */
  public boolean remove(Delivery request) {
    return held.remove(request);
  }

  /** Returns how many requests it holds; a chunk contains several. */
  public int size() {
    return held.stream().mapToInt(Delivery::requests).sum();
  }

  /** Returns whether any of them was taken from a queue. Looks at all of them: for rare use. */
  public boolean areAnyOf(QueueName queue) {
    return held.stream().anyMatch(request -> request.queue().equals(queue));
  }

  /**
   * Returns whether a message with these bytes is among them. Looks at all of them: for rare use.
   */
  boolean contains(byte[] message) {
    return held.stream().anyMatch(request -> Arrays.equals(request.message(), message));
  }
}
