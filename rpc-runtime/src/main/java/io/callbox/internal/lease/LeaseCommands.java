package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.LeaseStore.Ended;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends the commands for the leases of one worker. If a closed transport refuses one, the answer is
 * a failure. Safe for use by many threads.
 */
final class LeaseCommands {

  private final LeaseStore store;
  private final Heartbeat.Terms terms;

  /**
   * The queues of which the broker has refused for good to renew at least one, because its key has
   * a wrong type, or a right is missing. Each is renewed by itself until that succeeds, so that one
   * queue does not keep the broker from renewing the others.
   */
  private final Set<QueueName> refused = ConcurrentHashMap.newKeySet();

  /**
   * Creates the commands of one worker.
   *
   * @param store the leases of all workers
   * @param terms contain the worker, and the duration of its leases
   */
  LeaseCommands(LeaseStore store, Heartbeat.Terms terms) {
    this.store = store;
    this.terms = terms;
  }

  /** Groups queues that may be renewed or released together. */
  List<List<QueueName>> parts(List<QueueName> queues) {
    List<List<QueueName>> parts = new ArrayList<>();
    List<QueueName> others = new ArrayList<>();
    for (QueueName queue : queues) {
      if (refused.contains(queue)) {
        parts.add(List.of(queue));
      } else {
        others.add(queue);
      }
    }
    parts.addAll(store.parts(others));
    return parts;
  }

  /** Renews leases, or takes them. Returns the leases of other workers that have ended. */
  CompletableFuture<List<Ended>> renew(List<QueueName> queues) {
    CompletableFuture<List<Ended>> answer =
        BrokerRequests.sent(() -> store.renew(queues, terms.worker(), terms.lease()));
    answer.whenComplete((ended, failure) -> answered(queues, failure));
    return answer;
  }

  private void answered(List<QueueName> queues, @Nullable Throwable failure) {
    if (failure == null) {
      queues.forEach(refused::remove);
    } else if (BrokerRequests.isRefusedForGood(failure)) {
      refused.addAll(queues);
    }
  }

  /** Gives leases back. */
  CompletableFuture<@Nullable Void> release(List<QueueName> queues) {
    return BrokerRequests.sent(() -> store.release(queues, terms.worker()));
  }
}
