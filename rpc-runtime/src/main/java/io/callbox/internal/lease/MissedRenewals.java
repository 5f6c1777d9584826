package io.callbox.internal.lease;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.log.Printable;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queues whose leases were not renewed at the last attempt. Logs once that renewals fail, and
 * once that they succeed again: a master that is away has many queues, and may be away for long.
 * Safe for use by many threads.
 */
final class MissedRenewals {

  private static final Logger LOG = LoggerFactory.getLogger(MissedRenewals.class);

  private final Worker worker;

  /**
   * The reason why the last renewal failed, by queue. The monitor guards this field and the next:
   * threads that receive answers race with the beat that tells of them.
   */
  @GuardedBy("this")
  private final Map<QueueName, String> missed = new LinkedHashMap<>();

  /** The queues whose failed renewals are in the log. */
  @GuardedBy("this")
  private Set<QueueName> told = Set.of();

  MissedRenewals(Worker worker) {
    this.worker = worker;
  }

  /** Notes that the leases on these queues were not renewed. */
  synchronized void missed(Collection<QueueName> queues, @Nullable Throwable failure) {
    queues.forEach(queue -> missed.put(queue, Printable.of(failure)));
  }

  /** Notes that the leases on these queues were renewed. */
  synchronized void renewed(Collection<QueueName> queues) {
    queues.forEach(missed::remove);
  }

  /** Logs the changes since the last call, for queues that are still held. */
  void tell(Collection<QueueName> held) {
    Map<QueueName, String> newly;
    List<QueueName> again;
    synchronized (this) {
      missed.keySet().retainAll(held);
      if (missed.keySet().equals(told)) {
        return;
      }
      newly = new LinkedHashMap<>(missed);
      newly.keySet().removeAll(told);
      again = new ArrayList<>(told);
      again.removeAll(missed.keySet());
      again.retainAll(held);
      told = new LinkedHashSet<>(missed.keySet());
    }
    if (!newly.isEmpty()) {
      LOG.warn(
          "{} missed a beat: its leases on {} were not renewed: {}",
          worker,
          Printable.of(newly.keySet()),
          newly.values().iterator().next());
    }
    if (!again.isEmpty()) {
      LOG.info("{} renews its leases on {} again", worker, Printable.of(again));
    }
  }
}
