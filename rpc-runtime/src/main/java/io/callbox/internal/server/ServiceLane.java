package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.QueueName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The requests of one service, from all its shards: where they run, and how many are in hand. While
 * few are, the service gets places of its own, however many other requests the server has in hand.
 *
 * <p>Safe for use by many threads.
 */
final class ServiceLane {

  /**
   * A service with more in hand waits for places with all others. A chunk may exceed that if none
   * is in hand: else it would have to be taken apart.
   */
  static final int FEW = 16;

  private final Executor executor;

  /** The monitor guards what follows: a request that comes races with one that ends. */
  @GuardedBy("this")
  private int inHand;

  /** From which queues no message is taken, or was sent back, because too many are in hand. */
  @GuardedBy("this")
  private final Set<QueueName> refused = new HashSet<>();

  /** Creates a lane with no requests. */
  ServiceLane(Executor executor) {
    this.executor = executor;
  }

  Executor executor() {
    return executor;
  }

  /** Requests have been taken for which there were places. */
  synchronized void took(int requests) {
    inHand += requests;
  }

  /**
   * Takes requests although there may be no places.
   *
   * @return false if more would be in hand than few
   */
  synchronized boolean tookFew(QueueName queue, int requests) {
    if (inHand > 0 && inHand + requests > FEW) {
      refused.add(queue);
      return false;
    }
    inHand += requests;
    return true;
  }

  /** Returns whether one more would be taken; if not, its queue is named as soon as it would. */
  synchronized boolean hasFew(QueueName queue) {
    if (inHand >= FEW) {
      refused.add(queue);
    }
    return inHand < FEW;
  }

  /** Requests have ended. Returns from which queues one more would be taken now, but was not. */
  synchronized List<QueueName> ended(int requests) {
    inHand -= requests;
    if (refused.isEmpty() || inHand >= FEW) {
      return List.of();
    }
    List<QueueName> again = List.copyOf(refused);
    refused.clear();
    return again;
  }
}
