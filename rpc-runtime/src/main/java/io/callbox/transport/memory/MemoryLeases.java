package io.callbox.transport.memory;

import io.callbox.transport.BrokerClock;
import io.callbox.transport.LeaseStore.Ended;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** The ends of the leases of workers, by queue. Its owner guards it with one lock. */
final class MemoryLeases {

  private final BrokerClock clock;

  /**
   * In the order of their first leases, so that two runs of a test have the same order; the order
   * of hashes would differ.
   */
  private final Map<QueueName, Map<Worker, Long>> ends = new HashMap<>();

  MemoryLeases(BrokerClock clock) {
    this.clock = clock;
  }

  /** Renews a lease, or takes it. */
  void renew(QueueName queue, Worker worker, Duration lease) {
    ends.computeIfAbsent(queue, absent -> new LinkedHashMap<>())
        .put(worker, clock.millis() + lease.toMillis());
  }

  /** Ends a lease just now, unless it is not there. */
  void end(QueueName queue, Worker worker) {
    of(queue).replace(worker, clock.millis() - 1);
  }

  /** Adds a lease that has just ended, unless the worker has one. */
  void addEnded(QueueName queue, Worker worker) {
    of(queue).putIfAbsent(worker, clock.millis() - 1);
  }

  void remove(QueueName queue, Worker worker) {
    of(queue).remove(worker);
  }

  private Map<Worker, Long> of(QueueName queue) {
    return ends.getOrDefault(queue, new HashMap<>());
  }

  /** Returns the leases on a queue that have ended. */
  List<Ended> endedOf(QueueName queue) {
    return workers(queue, end -> end < clock.millis()).stream()
        .map(worker -> new Ended(queue, worker))
        .toList();
  }

  boolean hasEnded(Ended lease) {
    return endedOf(lease.queue()).contains(lease);
  }

  /** Returns the workers with a valid lease on a queue. */
  List<Worker> living(QueueName queue) {
    return workers(queue, end -> end >= clock.millis());
  }

  private List<Worker> workers(QueueName queue, LongPredicate end) {
    return of(queue).entrySet().stream()
        .filter(lease -> end.test(lease.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the time until the last lease on a queue ends; negative if there is none. */
  Duration left(QueueName queue) {
    return of(queue).values().stream()
        .max(Long::compare)
        .map(end -> Duration.ofMillis(Math.max(-1, end - clock.millis())))
        .orElse(Duration.ofMillis(-1));
  }
}
