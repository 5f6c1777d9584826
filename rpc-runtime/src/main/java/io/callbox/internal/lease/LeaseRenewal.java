package io.callbox.internal.lease;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.LeaseStore.Ended;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Renews a worker's leases, each by itself, when it is told to. A master that does not answer for
 * its queues does not delay the leases on other masters.
 *
 * <p>Safe for use by many threads. Waits for nothing.
 */
final class LeaseRenewal {

  private final LeaseCommands commands;
  private final BrokerClock clock;
  private final MissedRenewals missed;

  /** The monitor guards the following fields: answers race with beats and with changes. */
  @GuardedBy("this")
  private final HeldLeases held;

  @GuardedBy("this")
  private Set<Ended> ended = new LinkedHashSet<>();

  /** Set if all leases are given back, or about to be. */
  @GuardedBy("this")
  private boolean released;

  /** The time until which all leases last: code that takes messages need not look at each. */
  private volatile long allLastUntil;

  LeaseRenewal(LeaseStore store, BrokerClock clock, Heartbeat.Terms terms) {
    this.commands = new LeaseCommands(store, terms);
    this.clock = clock;
    this.held = new HeldLeases(terms.lease());
    this.missed = new MissedRenewals(terms.worker());
    this.allLastUntil = clock.nanoTime();
  }

  /** Holds leases on these queues from the next renewal on, and on no others. */
  synchronized void hold(List<QueueName> queues) {
    held.set(queues, clock.nanoTime());
    reckon();
  }

  synchronized boolean areAny() {
    return !held.queues().isEmpty();
  }

  /** Logs which leases could not be renewed lately, and which could be again. */
  void tellOfMissed() {
    missed.tell(held());
  }

  /** Returns the queues on which it holds leases, or is about to take them. */
  synchronized List<QueueName> held() {
    return held.queues();
  }

  /**
   * Sends the renewals that are due.
   *
   * @return completes when all of them have been answered; fails if one of them fails
   */
  CompletableFuture<@Nullable Void> renew() {
    CompletableFuture<?>[] renewals =
        commands.parts(due()).stream().map(this::renew).toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(renewals);
  }

  private synchronized List<QueueName> due() {
    long now = clock.nanoTime();
    return held.queues(lease -> lease.isDue(now));
  }

  /**
   * Takes the lease on one more queue, once no release of it is under way.
   *
   * @return completes when the worker has it
   */
  CompletionStage<@Nullable Void> take(QueueName queue) {
    boolean another;
    CompletableFuture<@Nullable Void> before;
    synchronized (this) {
      another = held.add(queue, clock.nanoTime());
      before = held.releaseUnderWay(queue);
      reckon();
    }
    return before
        .thenCompose(released -> renew(List.of(queue)))
        .whenComplete(
            (done, failure) -> {
              if (failure != null && another) {
                forget(queue);
              }
            });
  }

  private synchronized void forget(QueueName queue) {
    held.remove(queue);
    reckon();
  }

  private CompletableFuture<@Nullable Void> renew(List<QueueName> queues) {
    long sent = clock.nanoTime();
    CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    List<QueueName> still = begun(queues, sent, end);
    if (still.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<List<Ended>> answer = commands.renew(still);
    answer.whenComplete(
        (found, failure) -> {
          answered(still, sent, found, failure);
          end.complete(null);
        });
    return answer.thenCombine(end, (found, done) -> null);
  }

  /**
   * Begins a renewal, and returns the queues that are still held. Guard against race with a release
   * of a queue: from here on it waits for the answer; a queue that is released is not renewed.
   */
  private synchronized List<QueueName> begun(
      List<QueueName> queues, long sent, CompletableFuture<@Nullable Void> end) {
    List<QueueName> still = new ArrayList<>();
    for (QueueName queue : queues) {
      HeldLeases.Lease lease = released ? null : held.of(queue);
      if (lease != null) {
        lease.sent(sent, end);
        still.add(queue);
      }
    }
    return still;
  }

  private void answered(
      List<QueueName> queues, long sent, @Nullable List<Ended> found, @Nullable Throwable failure) {
    if (failure != null || found == null) {
      missed.missed(queues, failure);
      return;
    }
    missed.renewed(queues);
    synchronized (this) {
      for (QueueName queue : queues) {
        HeldLeases.Lease lease = held.of(queue);
        if (lease != null) {
          lease.renewed(sent);
        }
      }
      ended.addAll(found);
      reckon();
    }
  }

  @GuardedBy("this")
  private void reckon() {
    long now = clock.nanoTime();
    allLastUntil = now + held.lastNanos(now);
  }

  /** Returns the leases of other workers that were found to have ended since the last call. */
  synchronized List<Ended> ended() {
    List<Ended> seen = List.copyOf(ended);
    ended = new LinkedHashSet<>();
    return seen;
  }

  /** Returns whether the lease on a queue lasts, as far as the worker can know. */
  boolean lasts(QueueName queue) {
    return allLast() || !lapsed().contains(queue);
  }

  /** Returns the queues whose leases do not last. */
  List<QueueName> lapsed() {
    if (allLast()) {
      return List.of();
    }
    synchronized (this) {
      long now = clock.nanoTime();
      return held.queues(lease -> !lease.lasts(now));
    }
  }

  private boolean allLast() {
    return clock.nanoTime() - allLastUntil < 0;
  }

  /**
   * Gives the lease on a queue back, once no renewal of it is under way, and holds it no more.
   * Keeps the lease if it has been taken again by then.
   */
  CompletionStage<@Nullable Void> release(QueueName queue) {
    return left(queue).thenCompose(done -> releaseUnlessHeld(queue));
  }

  /** Releases the requests that were taken over from a queue, unless the worker holds a lease. */
  CompletionStage<@Nullable Void> releaseUnlessHeld(QueueName queue) {
    CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    // Guard against race with a thread that takes the lease again, and waits for this
    synchronized (this) {
      if (held.of(queue) != null) {
        return CompletableFuture.completedFuture(null);
      }
      held.releasing(queue, end);
    }
    return commands
        .release(List.of(queue))
        .whenComplete((done, failure) -> end.complete(null))
        .whenComplete((done, failure) -> released(queue));
  }

  private synchronized void released(QueueName queue) {
    held.released(queue);
  }

  private synchronized CompletableFuture<?> left(QueueName queue) {
    CompletableFuture<?> last = underWay(List.of(queue));
    forget(queue);
    return last;
  }

  /** Gives all leases back; no lease is renewed any more. */
  CompletableFuture<@Nullable Void> releaseAll() {
    synchronized (this) {
      released = true;
    }
    CompletableFuture<?>[] given =
        commands.parts(held()).stream()
            .map(part -> underWay(part).thenCompose(done -> commands.release(part)))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(given);
  }

  private synchronized CompletableFuture<@Nullable Void> underWay(List<QueueName> queues) {
    return held.underWay(queues);
  }
}
