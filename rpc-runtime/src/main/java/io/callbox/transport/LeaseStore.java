package io.callbox.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The right to consume a queue, held for a while and renewed by heartbeat, in the broker's time;
 * and the way on for what a worker held whose lease has ended.
 *
 * <p>Every step is atomic: two who recover at once do not meet, and one who dies halfway leaves
 * what it took over to whoever recovers from it. Safe for use by many threads.
 */
public interface LeaseStore {

  /**
   * Takes or renews a worker's leases.
   *
   * @return whose leases on these queues have ended
   */
  CompletionStage<List<Ended>> renew(List<QueueName> queues, Worker worker, Duration lease);

  /**
   * Gives a worker's leases back. Where it still holds something its lease ends now instead, so
   * that others find it.
   */
  CompletionStage<@Nullable Void> release(List<QueueName> queues, Worker worker);

  /** Whose leases on a queue have ended, and have not been taken over yet. */
  CompletionStage<List<Ended>> ended(QueueName queue);

  /**
   * Takes over a {@link Portion} of what a worker held whose lease has ended, the oldest first,
   * unless the lease has been renewed; to be called until it answers none, when the worker counts
   * as seen to. Several heirs may share the work. An heir without a lease of its own on the queue
   * counts as one whose lease has ended, until it gives it back: so if it dies before it has seen
   * to everything, others will. What an heir holds itself it does not take over: see {@link #held}.
   */
  CompletionStage<List<Delivery>> takeOver(Ended ended, Worker heir);

  /**
   * Puts a request that is held back to be taken next, unless it has been delivered too often.
   *
   * @param maxDeliveries how often a request is delivered at most
   * @param deadLetter what to put on the dead list instead
   * @return whether it was put back
   */
  CompletionStage<Boolean> requeue(Delivery request, int maxDeliveries, byte[] deadLetter);

  /** Puts a request that is held, and has not run, back to be taken next. */
  CompletionStage<@Nullable Void> returnToQueue(Delivery request);

  /**
   * Puts the members of a batch that is held in its place, in their order.
   *
   * @return the members, which the same worker holds; empty if the batch is held no more
   */
  CompletionStage<List<Delivery>> split(Delivery batch, List<byte[]> members);

  /**
   * What a worker holds of a queue, as the broker sees it: a {@link Portion}, the oldest first.
   *
   * @param from how many of the oldest to pass over
   * @return none if there are no more
   */
  CompletionStage<List<Delivery>> held(QueueName queue, Worker worker, int from);

  /**
   * Lets what is left of a queue that nobody consumes end by itself after some days: what waits in
   * it, and what these workers had taken from it. It stays if somebody consumes the queue by then.
   */
  CompletionStage<@Nullable Void> abandon(QueueName queue, List<Worker> workers);

  /** Puts what became of a request on a queue's dead list, which is bounded. */
  CompletionStage<@Nullable Void> deadLetter(QueueName queue, byte[] deadLetter);

  /**
   * Claims the right to run a request.
   *
   * @param request what tells the request from all others of the queue
   * @param claimant who claims it: who has the right already, is told so again
   * @param window for how long the claim lasts, at least a millisecond
   * @return false if another has claimed it before
   */
  CompletionStage<Boolean> claim(QueueName queue, String request, String claimant, Duration window);

  /** Who consumes a queue. */
  CompletionStage<List<Worker>> providers(QueueName queue);

  /**
   * How long the longest lease on a queue still lasts if nobody renews it; negative if there is
   * none.
   */
  CompletionStage<Duration> left(QueueName queue);

  /**
   * A lease that has ended.
   *
   * @param queue what it was on
   * @param worker whose it was
   */
  record Ended(QueueName queue, Worker worker) {}
}
