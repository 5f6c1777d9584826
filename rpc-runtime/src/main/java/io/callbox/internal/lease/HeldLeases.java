package io.callbox.internal.lease;

import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The leases of a worker by their queues. Guarded by its owner. */
final class HeldLeases {

  private final Duration length;
  private Map<QueueName, Lease> held = new LinkedHashMap<>();

  /** The releases under way. A lease that is taken anew is sent after their answers. */
  private final Map<QueueName, CompletableFuture<@Nullable Void>> releases = new HashMap<>();

  HeldLeases(Duration length) {
    this.length = length;
  }

  /** Holds leases on these queues, and on no others. */
  void set(List<QueueName> queues, long nowNanos) {
    Map<QueueName, Lease> now = new LinkedHashMap<>();
    for (QueueName queue : queues) {
      Lease before = held.get(queue);
      now.put(queue, before == null ? newLease(queue, nowNanos) : before);
    }
    held = now;
  }

  /** Holds a lease on one more queue. Returns false if it held one before. */
  boolean add(QueueName queue, long nowNanos) {
    return held.putIfAbsent(queue, newLease(queue, nowNanos)) == null;
  }

  private Lease newLease(QueueName queue, long nowNanos) {
    Lease lease = new Lease(length, nowNanos);
    lease.sent(nowNanos, releaseUnderWay(queue));
    return lease;
  }

  void remove(QueueName queue) {
    held.remove(queue);
  }

  /**
   * Notes that a release of a queue is about to be sent; an earlier one may not have been answered
   * yet.
   */
  void releasing(QueueName queue, CompletableFuture<@Nullable Void> answer) {
    releases.merge(queue, answer, CompletableFuture::allOf);
  }

  /** Notes that a release of a queue has been answered, or has failed. */
  void released(QueueName queue) {
    releases.computeIfPresent(queue, (same, all) -> all.isDone() ? null : all);
  }

  /** Returns a future that completes when no release of a queue is under way. */
  CompletableFuture<@Nullable Void> releaseUnderWay(QueueName queue) {
    return releases.getOrDefault(queue, CompletableFuture.completedFuture(null));
  }

  /** Returns the lease on a queue; null if none is held. */
  @Nullable Lease of(QueueName queue) {
    return held.get(queue);
  }

  /** Returns the queues. */
  List<QueueName> queues() {
    return List.copyOf(held.keySet());
  }

  /** Returns the queues whose leases match. */
  List<QueueName> queues(Predicate<Lease> which) {
    List<QueueName> queues = new ArrayList<>();
    held.forEach(
        (queue, lease) -> {
          if (which.test(lease)) {
            queues.add(queue);
          }
        });
    return queues;
  }

  /** Returns the time for which all leases last, if none is renewed; negative if one has ended. */
  long lastNanos(long nowNanos) {
    long first = length.toNanos();
    for (Lease lease : held.values()) {
      first = Math.min(first, lease.endNanos() - nowNanos);
    }
    return first;
  }

  /**
   * Returns a future that completes when the renewals of these leases that are under way have been
   * answered.
   */
  CompletableFuture<@Nullable Void> underWay(List<QueueName> queues) {
    List<CompletableFuture<?>> renewals = new ArrayList<>();
    for (QueueName queue : queues) {
      Lease lease = held.get(queue);
      if (lease != null) {
        renewals.add(lease.underWay());
      }
    }
    return CompletableFuture.allOf(renewals.toArray(CompletableFuture<?>[]::new));
  }

  /** The lease on one queue, and its renewals that are under way. */
  static final class Lease {

    private final long lengthNanos;

    /** The time when the last answered renewal was sent. */
    private long renewedNanos;

    private long sentNanos;
    private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);
    private CompletableFuture<@Nullable Void> underWay = last;

    /** Creates a lease that has yet to be taken. */
    Lease(Duration length, long nowNanos) {
      this.lengthNanos = length.toNanos();
      this.sentNanos = nowNanos;
      this.renewedNanos = nowNanos - lengthNanos;
    }

    /**
     * Returns whether to send a renewal: none is under way, or the one under way may have been
     * lost.
     */
    boolean isDue(long nowNanos) {
      return last.isDone() || nowNanos - sentNanos > lengthNanos;
    }

    /** Notes that a renewal is about to be sent; an earlier one may not have been answered yet. */
    void sent(long nanos, CompletableFuture<@Nullable Void> answer) {
      sentNanos = nanos;
      last = answer;
      underWay = underWay.isDone() ? answer : CompletableFuture.allOf(underWay, answer);
    }

    /**
     * Returns a future that completes when all renewals under way have been answered, or have
     * failed.
     */
    CompletableFuture<@Nullable Void> underWay() {
      return underWay;
    }

    /**
     * Notes the answer to a renewal that was sent at this time; an earlier one may be answered
     * later.
     */
    void renewed(long nanos) {
      renewedNanos = nanos - renewedNanos > 0 ? nanos : renewedNanos;
    }

    boolean lasts(long nowNanos) {
      return nowNanos - renewedNanos < lengthNanos;
    }

    /** Returns the time until which it lasts, if it is not renewed. */
    long endNanos() {
      return renewedNanos + lengthNanos;
    }
  }
}
