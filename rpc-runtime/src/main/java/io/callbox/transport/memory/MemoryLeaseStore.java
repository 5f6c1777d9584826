package io.callbox.transport.memory;

import io.callbox.transport.BrokerClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Leases in memory, under the lock of the lists. */
final class MemoryLeaseStore implements LeaseStore {

  private final MemoryLists lists;
  private final MemoryLeases leases;
  private final MemoryAttempts attempts;
  private final MemoryNumbers deadNumbers = new MemoryNumbers();
  private final MemoryNumbers returns = new MemoryNumbers();
  private final AtomicLong lastNumber = new AtomicLong();
  private final MemoryClaims claims;

  MemoryLeaseStore(MemoryLists lists, BrokerClock clock) {
    this.lists = lists;
    this.leases = new MemoryLeases(clock);
    this.attempts = new MemoryAttempts(clock);
    this.claims = new MemoryClaims(clock);
  }

  @Override
  public CompletionStage<List<Ended>> renew(List<QueueName> queues, Worker worker, Duration lease) {
    return lists.locked(
        () -> {
          List<Ended> ended = new ArrayList<>();
          for (QueueName queue : queues) {
            leases.renew(queue, worker, lease);
            ended.addAll(leases.endedOf(queue));
          }
          return ended;
        });
  }

  @Override
  public CompletionStage<@Nullable Void> release(List<QueueName> queues, Worker worker) {
    return run(() -> queues.forEach(queue -> release(queue, worker)));
  }

  private void release(QueueName queue, Worker worker) {
    if (lists.size(queue.taken(worker)) == 0) {
      leases.remove(queue, worker);
    } else {
      leases.end(queue, worker);
    }
  }

  @Override
  public CompletionStage<List<Ended>> ended(QueueName queue) {
    return lists.locked(() -> leases.endedOf(queue));
  }

  @Override
  public CompletionStage<List<Delivery>> takeOver(Ended ended, Worker heir) {
    return lists.locked(
        () -> {
          QueueName queue = ended.queue();
          List<Delivery> moved = new ArrayList<>();
          if (!leases.hasEnded(ended) || ended.worker().equals(heir)) {
            return moved;
          }
          QueueName left = queue.taken(ended.worker());
          QueueName inherited = queue.taken(heir);
          for (byte[] next : MemoryLists.portion(lists.oldestFirst(left), 0, Portion.MESSAGES)) {
            lists.remove(left, next);
            lists.pushLeft(inherited, next);
            moved.add(new Delivery(queue, next, inherited));
          }
          if (moved.isEmpty()) {
            leases.remove(queue, ended.worker());
          } else {
            leases.addEnded(queue, heir);
          }
          return moved;
        });
  }

  @Override
  public CompletionStage<Boolean> requeue(Delivery request, int maxDeliveries, long number) {
    return lists.locked(
        () -> {
          QueueName taken = request.taken();
          boolean isNew = !returns.has(request.queue(), number);
          if (!isNew || taken == null || !lists.contains(taken, request.message())) {
            return true;
          }
          if (1 + attempts.of(request.queue(), request.message()) >= maxDeliveries) {
            return false;
          }
          returns.add(request.queue(), number);
          attempts.add(request.queue(), request.message(), 1);
          lists.remove(taken, request.message());
          lists.pushRight(request.queue(), request.message());
          return true;
        });
  }

  @Override
  public CompletionStage<@Nullable Void> forgetRequeues(Delivery request) {
    return run(
        () -> {
          QueueName taken = request.taken();
          if (taken != null && !lists.contains(taken, request.message())) {
            attempts.forget(request.queue(), request.message());
          }
        });
  }

  @Override
  public long nextReturn(QueueName queue) {
    return lastNumber.incrementAndGet();
  }

  @Override
  public CompletionStage<@Nullable Void> returnToQueue(Delivery request, long number) {
    return run(
        () -> {
          QueueName taken = request.taken();
          if (returns.add(request.queue(), number)
              && taken != null
              && lists.remove(taken, request.message())) {
            lists.pushRight(request.queue(), request.message());
          }
        });
  }

  @Override
  public CompletionStage<List<Delivery>> split(Delivery batch, List<byte[]> members) {
    return lists.locked(
        () -> {
          List<Delivery> split = new ArrayList<>();
          QueueName taken = batch.taken();
          if (taken != null && lists.remove(taken, batch.message())) {
            for (byte[] member : members) {
              lists.pushLeft(taken, member);
              split.add(new Delivery(batch.queue(), member, taken));
            }
          }
          return split;
        });
  }

  @Override
  public CompletionStage<List<Delivery>> held(QueueName queue, Worker worker, int from, int most) {
    return lists.locked(
        () -> {
          QueueName taken = queue.taken(worker);
          return MemoryLists.portion(
                  lists.oldestFirst(taken), from, Math.min(most, Portion.MESSAGES))
              .stream()
              .map(message -> new Delivery(queue, message, taken))
              .toList();
        });
  }

  /** Does nothing: queues in memory end with the process. */
  @Override
  public CompletionStage<@Nullable Void> abandon(QueueName queue, List<Worker> workers) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public long nextDeadLetter(QueueName queue, Worker worker) {
    return lastNumber.incrementAndGet();
  }

  @Override
  public CompletionStage<@Nullable Void> deadLetter(
      QueueName queue, Worker worker, long number, byte[] deadLetter) {
    return run(
        () -> {
          if (deadNumbers.add(queue.deadBy(worker), number)) {
            lists.pushLeft(queue.dead(), deadLetter, MemoryDeadLetters.MOST);
          }
        });
  }

  /** Deletes the claim on a request. The caller holds the lists' lock. */
  void forgetClaim(QueueName claim) {
    claims.forget(claim);
  }

  @Override
  public CompletionStage<Boolean> claim(
      QueueName queue, String request, String claimant, Duration window) {
    return lists.locked(() -> claims.claim(queue.ran(request), claimant, window));
  }

  @Override
  public CompletionStage<List<Worker>> providers(QueueName queue) {
    return lists.locked(() -> living(queue));
  }

  @Override
  public CompletionStage<Duration> left(QueueName queue) {
    return lists.locked(() -> leases.left(queue));
  }

  /** Returns whether a worker has a valid lease on a queue. The caller holds the lock. */
  boolean isProvided(QueueName queue) {
    return !living(queue).isEmpty();
  }

  /** Returns the workers with a valid lease on a queue. The caller holds the lock. */
  List<Worker> living(QueueName queue) {
    return leases.living(queue);
  }

  /** Returns how often requests have gone back from dead workers. The caller holds the lock. */
  MemoryAttempts attempts() {
    return attempts;
  }

  private CompletionStage<@Nullable Void> run(Runnable step) {
    return lists
        .locked(
            () -> {
              step.run();
              return true;
            })
        .thenApply(done -> null);
  }
}
