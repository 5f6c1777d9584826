package io.callbox.deadletter;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The dead letters of one queue: the latest 10,000 requests that were given up on.
 *
 * <p>A request is put back at most once: the step that puts it into its queue takes it off this
 * list, so that a second attempt finds nothing. Its caller has been told long ago that it failed; a
 * later answer meets nobody, unless somebody still waits on the list that the request names.
 *
 * <p>Each method asks the broker, and waits ten seconds at most for each of its answers; it throws
 * {@link RpcException} {@code UNAVAILABLE} if there is none, {@code PERMISSION_DENIED} if the user
 * of Redis may not. Safe for use by many threads.
 *
 * <pre>{@code
 * DeadLetters letters = node.deadLetters("Arith");
 * for (DeadLetter letter : letters.list(0, 100)) {
 *   letters.replay(letter.id(), ReplayOptions.DEFAULT);
 * }
 * }</pre>
 */
public final class DeadLetters {

  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final int PAGE = 200;

  private final DeadLetterStore store;
  private final BrokerClock clock;
  private final List<QueueName> queues;
  private final int maxQueueLength;

  /**
   * Those of a queue, or of the shards of one.
   *
   * @param maxQueueLength into a queue in which more requests wait, none is put back
   */
  public DeadLetters(Transport transport, List<QueueName> queues, int maxQueueLength) {
    this.store = transport.deadLetters();
    this.clock = transport.clock();
    this.queues = List.copyOf(queues);
    this.maxQueueLength = maxQueueLength;
  }

  /** How many there are. */
  public int count() {
    return queues.stream().mapToInt(queue -> answer(() -> store.count(queue))).sum();
  }

  /**
   * Lists them, the latest first; of a service that is spread, one shard after the other. While
   * others come and go, one may be seen twice, or missed.
   *
   * @param from how many to pass over
   * @param most how many at most; there are fewer in the list, but one at least, if they are large
   * @return none if there are no more
   */
  public List<DeadLetter> list(int from, int most) {
    int left = from;
    for (QueueName queue : queues.subList(0, queues.size() - 1)) {
      int here = answer(() -> store.count(queue));
      if (left < here) {
        return list(queue, left, most);
      }
      left -= here;
    }
    return list(queues.get(queues.size() - 1), left, most);
  }

  private List<DeadLetter> list(QueueName queue, int from, int most) {
    return answer(() -> store.read(queue, false, from, most)).stream().map(DeadLetter::of).toList();
  }

  /** The one of this id; empty if there is none. */
  public Optional<DeadLetter> find(String id) {
    return entry(id).map(entry -> DeadLetter.of(entry.bytes));
  }

  /**
   * Puts a request back into its queue, with a new deadline.
   *
   * @throws RpcException {@code RESOURCE_EXHAUSTED} if the queue is full
   */
  public ReplayOutcome replay(String id, ReplayOptions options) {
    return entry(id)
        .map(entry -> replay(entry.queue, List.of(entry.bytes), options).get(0))
        .orElse(ReplayOutcome.NOT_FOUND);
  }

  private List<ReplayOutcome> replay(QueueName queue, List<byte[]> entries, ReplayOptions options) {
    Replay replay = new Replay(options, clock.millis());
    List<DeadLetterStore.Replacement> replacements = replay.of(entries);
    return replacements.isEmpty()
        ? replay.outcomes(List.of())
        : replay.outcomes(
            checked(queue, answer(() -> store.replay(queue, replacements, maxQueueLength))));
  }

  private List<DeadLetterStore.Replay> checked(
      QueueName queue, List<DeadLetterStore.Replay> answers) {
    if (answers.contains(DeadLetterStore.Replay.FULL)) {
      throw new RpcException(
          StatusCode.RESOURCE_EXHAUSTED, queue + " is full: " + maxQueueLength + " requests wait");
    }
    return answers;
  }

  /** Forgets one. Returns whether it was there. */
  public boolean drop(String id) {
    return entry(id).map(entry -> drop(entry.queue, List.of(entry.bytes)).get(0)).orElse(false);
  }

  private List<Boolean> drop(QueueName queue, List<byte[]> entries) {
    return answer(() -> store.drop(queue, entries));
  }

  /**
   * Puts back all that a filter lets through, the oldest first, many in one step. Ends when it has
   * looked at as many as there were at the start, or when {@link BulkProgress#stops} says so.
   *
   * @throws RpcException {@code RESOURCE_EXHAUSTED} if the queue is full; what was put back by then
   *     is
   */
  public BulkResult replayAll(
      Predicate<DeadLetter> filter, ReplayOptions options, BulkProgress progress) {
    return each(
        filter,
        progress,
        (queue, entries) ->
            replay(queue, entries, options).stream()
                .map(
                    outcome ->
                        switch (outcome) {
                          case REPLAYED -> BulkCount.Step.DONE;
                          case NOT_FOUND -> BulkCount.Step.GONE;
                          case MAY_HAVE_RUN, UNREADABLE -> BulkCount.Step.LEFT;
                        })
                .toList());
  }

  /** Forgets all that a filter lets through, as {@link #replayAll} goes through them. */
  public BulkResult dropAll(Predicate<DeadLetter> filter, BulkProgress progress) {
    return each(
        filter,
        progress,
        (queue, entries) ->
            drop(queue, entries).stream()
                .map(dropped -> dropped ? BulkCount.Step.DONE : BulkCount.Step.GONE)
                .toList());
  }

  /** An entry, and where it is. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(QueueName queue, byte[] bytes) {}

  private BulkResult each(
      Predicate<DeadLetter> filter, BulkProgress progress, BulkPass.Action action) {
    BulkCount count = new BulkCount(count(), progress);
    for (QueueName queue : queues) {
      int total = answer(() -> store.count(queue));
      new BulkPass(filter, action, count).through(queue, total, from -> oldest(queue, from));
    }
    return count.result();
  }

  private Optional<Entry> entry(String id) {
    return queues.stream().flatMap(queue -> entry(queue, id).stream()).findFirst();
  }

  private Optional<Entry> entry(QueueName queue, String id) {
    int from = 0;
    List<byte[]> page = newest(queue, from);
    while (!page.isEmpty()) {
      for (byte[] entry : page) {
        if (DeadLetter.idOf(entry).equals(id)) {
          return Optional.of(new Entry(queue, entry));
        }
      }
      from += page.size();
      page = newest(queue, from);
    }
    return Optional.empty();
  }

  private List<byte[]> newest(QueueName queue, int from) {
    return answer(() -> store.read(queue, false, from, PAGE));
  }

  private List<byte[]> oldest(QueueName queue, int from) {
    return answer(() -> store.read(queue, true, from, DeadLetterStore.MOST_AT_ONCE));
  }

  private <T> T answer(Supplier<CompletionStage<T>> question) {
    String problem = "no word of the dead letters of " + queues.get(0);
    return BrokerRequests.await(question, BOUND, problem);
  }
}
