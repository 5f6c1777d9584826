package io.callbox.internal.server.receive;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.QueueName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The requests of one service, from all its shards: the executor that runs them, and the number in
 * hand. While this number is small, the service has permits of its own, however many other requests
 * the server has in hand.
 *
 * <p>Safe for use by many threads.
 */
public final class ServiceLane {

  /**
   * A service with more requests in hand waits for permits like all others. A chunk may exceed the
   * number if no request is in hand, because otherwise it would have to be split.
   */
  static final int FEW = 16;

  private final Executor executor;

  /** The monitor guards the following fields: a request that comes races with one that ends. */
  @GuardedBy("this")
  private int inHand;

  /**
   * The queues from which no message is taken, or was sent back, because too many requests are in
   * hand.
   */
  @GuardedBy("this")
  private final Set<QueueName> refused = new HashSet<>();

  /** Creates a lane with no requests. */
  public ServiceLane(Executor executor) {
    this.executor = executor;
  }

  Executor executor() {
    return executor;
  }

  /** Adds requests that were taken and have permits. */
  synchronized void took(int requests) {
    inHand += requests;
  }

  /**
   * Adds requests that may have no permits, if few are in hand.
   *
   * @return false if too many would be in hand
   */
  synchronized boolean tookFew(QueueName queue, int requests) {
    if (inHand > 0 && inHand + requests > FEW) {
      refused.add(queue);
      return false;
    }
    inHand += requests;
    return true;
  }

  /**
   * Returns whether one more request would be taken; if not, {@link #ended} names its queue as soon
   * as it would.
   */
  synchronized boolean hasFew(QueueName queue) {
    if (inHand >= FEW) {
      refused.add(queue);
    }
    return inHand < FEW;
  }

  /**
   * Removes requests that have ended. Returns the queues from which one more request would be taken
   * now, but was refused before.
   */
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
