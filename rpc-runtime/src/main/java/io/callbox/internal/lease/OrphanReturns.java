package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Puts requests back into their queues that this server held without knowing it. If the broker does
 * not answer in time, another attempt has the same number: the broker may do the first one later,
 * when the request has been taken anew.
 *
 * <p>Belongs to the thread beside the heartbeat.
 */
final class OrphanReturns {

  /** The maximum number of requests of which it remembers the numbers. */
  private static final int MOST = 1_000;

  private final LeaseStore leases;

  /** The numbers of the returns without an answer, by a digest of the request. */
  private final Map<UUID, Long> unanswered = new LinkedHashMap<>();

  OrphanReturns(LeaseStore leases) {
    this.leases = leases;
  }

  /**
   * Puts a request back. If an earlier attempt has done so, it does nothing: a request that is held
   * even so is found again.
   *
   * @throws io.callbox.rpc.RpcException if the broker fails
   */
  void putBack(Delivery held) {
    UUID content = UUID.nameUUIDFromBytes(held.message());
    long number = unanswered.computeIfAbsent(content, none -> leases.nextReturn(held.queue()));
    if (unanswered.size() > MOST) {
      unanswered.remove(unanswered.keySet().iterator().next());
    }
    BrokerRequests.await(
        () -> leases.returnToQueue(held, number), BrokerRequests.BOUND, "recovery goes on later");
    unanswered.remove(content);
  }
}
