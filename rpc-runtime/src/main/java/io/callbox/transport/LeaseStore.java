package io.callbox.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stores leases: the right of a worker to consume a queue for a while, renewed by heartbeats, in
 * the broker's time. When a lease has ended, other workers take over the requests of its worker
 * here.
 *
 * <p>Every step is atomic. Two workers that take over at the same time do not take the same
 * request. If a worker dies halfway, another worker takes over the requests that it had taken over.
 * Safe for use by many threads.
 */
public interface LeaseStore {

  /**
   * Groups queues: the leases of one group are renewed in one step. If one step has to wait, the
   * others do not.
   */
  default List<List<QueueName>> parts(List<QueueName> queues) {
    return queues.isEmpty() ? List.of() : List.of(queues);
  }

  /**
   * Takes or renews a worker's leases.
   *
   * @return the leases on these queues that have ended
   */
  CompletionStage<List<Ended>> renew(List<QueueName> queues, Worker worker, Duration lease);

  /**
   * Gives a worker's leases back. If the worker still holds requests of a queue, its lease on that
   * queue ends now instead, so that other workers find the requests.
   */
  CompletionStage<@Nullable Void> release(List<QueueName> queues, Worker worker);

  /**
   * Returns the leases on a queue that have ended and whose requests have not been taken over yet.
   */
  CompletionStage<List<Ended>> ended(QueueName queue);

  /**
   * Takes over a {@link Portion} of the requests of a worker whose lease has ended, the oldest
   * first, unless the lease has been renewed. Call it until it returns none; the worker is then
   * handled completely. Several heirs may share the work. An heir without its own lease on the
   * queue counts as a worker whose lease has ended, until it gives the lease back. So if the heir
   * dies before it has handled everything, other workers continue. An heir does not take over
   * requests that it holds itself: see {@link #held}.
   */
  CompletionStage<List<Delivery>> takeOver(Ended ended, Worker heir);

  /**
   * Puts a held request back into its queue, as the next to be taken, unless it has been delivered
   * too often: then it stays held. Does so once for each number, as {@link #returnToQueue}.
   *
   * @param maxDeliveries the maximum number of deliveries of a request
   * @param number from {@link #nextReturn}; the same if the step is repeated
   * @return false if it has been delivered too often; true also if it is not held
   */
  CompletionStage<Boolean> requeue(Delivery request, int maxDeliveries, long number);

  /**
   * Forgets how often a request was requeued, unless it is still held. For a request that has been
   * given up: an equal request of another program is delivered as often as any other.
   */
  CompletionStage<@Nullable Void> forgetRequeues(Delivery request);

  /**
   * Returns a new number for a return into this queue. The broker remembers the last thousand of
   * each store, for some minutes.
   */
  long nextReturn(QueueName queue);

  /**
   * Puts a held request that has not run back into its queue, as the next to be taken. It does so
   * once for each number, even if the step is repeated: an answer may be late or lost, and the
   * request may be taken again by then.
   *
   * @param number from {@link #nextReturn}; the same if the step is repeated
   */
  CompletionStage<@Nullable Void> returnToQueue(Delivery request, long number);

  /**
   * Replaces a held batch by its members, in their order.
   *
   * @return the members, which the same worker holds; empty if the worker no longer holds the batch
   */
  CompletionStage<List<Delivery>> split(Delivery batch, List<byte[]> members);

  /**
   * Returns the requests of a queue that a worker holds, as the broker sees it: a {@link Portion},
   * the oldest first.
   *
   * @param from the number of the oldest to skip
   * @return none if there are no more
   */
  default CompletionStage<List<Delivery>> held(QueueName queue, Worker worker, int from) {
    return held(queue, worker, from, Portion.MESSAGES);
  }

  /**
   * Returns the requests of a queue that a worker holds, like {@link #held(QueueName, Worker,
   * int)}.
   *
   * @param most the maximum number; a {@link Portion} limits it too
   */
  CompletionStage<List<Delivery>> held(QueueName queue, Worker worker, int from, int most);

  /**
   * Lets a queue without a provider expire after some days, with the requests that these workers
   * had taken from it. Forgets those workers that hold no requests. The queue stays if a provider
   * consumes it before.
   */
  CompletionStage<@Nullable Void> abandon(QueueName queue, List<Worker> workers);

  /** Returns a new number for a dead letter of this queue that this worker puts. */
  long nextDeadLetter(QueueName queue, Worker worker);

  /**
   * Puts an entry on a queue's list of dead letters, which is bounded. It does so once for each
   * number of a worker, even if the step is repeated: an answer may be late or lost.
   *
   * @param number from {@link #nextDeadLetter}; the same if the step is repeated
   */
  CompletionStage<@Nullable Void> deadLetter(
      QueueName queue, Worker worker, long number, byte[] deadLetter);

  /**
   * Claims the right to run a request.
   *
   * @param request identifies the request in its queue
   * @param claimant the worker that claims it; if this worker has the right already, the result is
   *     true again
   * @param window the duration of the claim, at least a millisecond
   * @return false if another worker has claimed it before
   */
  CompletionStage<Boolean> claim(QueueName queue, String request, String claimant, Duration window);

  /** Returns the workers that consume a queue. */
  CompletionStage<List<Worker>> providers(QueueName queue);

  /**
   * Returns the time until the longest lease on a queue ends if it is not renewed; negative if
   * there is none.
   */
  CompletionStage<Duration> left(QueueName queue);

  /**
   * A lease that has ended.
   *
   * @param queue its queue
   * @param worker its worker
   */
  record Ended(QueueName queue, Worker worker) {}
}
