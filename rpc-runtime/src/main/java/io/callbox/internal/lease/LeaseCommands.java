package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.LeaseStore.Ended;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends the commands for the leases of one worker. If a closed transport refuses one, the answer is
 * a failure.
 *
 * @param store the leases of all workers
 * @param terms contain the worker, and the duration of its leases
 */
record LeaseCommands(LeaseStore store, Heartbeat.Terms terms) {

  /** Groups queues that may be renewed or released together. */
  List<List<QueueName>> parts(List<QueueName> queues) {
    return store.parts(queues);
  }

  /** Renews leases, or takes them. Returns the leases of other workers that have ended. */
  CompletableFuture<List<Ended>> renew(List<QueueName> queues) {
    return BrokerRequests.sent(() -> store.renew(queues, terms.worker(), terms.lease()));
  }

  /** Gives leases back. */
  CompletableFuture<@Nullable Void> release(List<QueueName> queues) {
    return BrokerRequests.sent(() -> store.release(queues, terms.worker()));
  }
}
