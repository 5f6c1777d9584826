package io.callbox.deadletter;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The dead letters of one queue: the latest 10,000 requests that were given up on.
 *
 * <p>A request is replayed at most once: the step that puts it back into its queue also removes it
 * from this list, so a second attempt finds nothing. Its caller has already received a failure. A
 * later response reaches no caller, unless a program still reads the reply list that the request
 * names.
 *
 * <p>Each method asks the broker, and waits at most ten seconds for each answer. It throws {@link
 * RpcException} {@code UNAVAILABLE} if there is no answer, and {@code PERMISSION_DENIED} if the
 * Redis user lacks a right. Safe for use by many threads.
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
   * The dead letters of a queue, or of all shards of a queue.
   *
   * @param maxQueueLength the number of elements from which on a queue accepts no requests
   */
  public DeadLetters(Transport transport, List<QueueName> queues, int maxQueueLength) {
    this.store = transport.deadLetters();
    this.clock = transport.clock();
    this.queues = List.copyOf(queues);
    this.maxQueueLength = maxQueueLength;
  }

  /** Returns the time by the clock of Redis, to which {@link DeadLetter#at} belongs. */
  public Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /** Returns the number of dead letters. */
  public int count() {
    return queues.stream().mapToInt(queue -> answer(() -> store.count(queue))).sum();
  }

  /**
   * Lists the dead letters, the latest first; for a service that is spread, one shard after the
   * other. If letters come or go in the meantime, the list may contain one twice, or miss one.
   *
   * @param from the number of letters to skip
   * @param most the maximum number; the list has fewer if letters are large, but at least one
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

  /** Returns the dead letter with this id; empty if there is none. */
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
    List<Optional<ReplayOutcome>> outcomes = tried(queue, entries, options);
    return outcomes.stream().map(each -> each.orElseThrow(() -> full(queue))).toList();
  }

  /**
   * Tries to replay entries. Returns the outcome of each; empty if there is no room for its
   * request.
   */
  private List<Optional<ReplayOutcome>> tried(
      QueueName queue, List<byte[]> entries, ReplayOptions options) {
    Replay replay = new Replay(options, clock.millis());
    List<DeadLetterStore.Replacement> replacements = replay.of(entries);
    return replay.outcomes(
        replacements.isEmpty()
            ? List.of()
            : answer(() -> store.replay(queue, replacements, maxQueueLength)));
  }

  private RpcException full(QueueName queue) {
    return new RpcException(
        StatusCode.RESOURCE_EXHAUSTED, queue + " is full: " + maxQueueLength + " elements wait");
  }

  /** Removes one dead letter. Returns whether it was there. */
  public boolean drop(String id) {
    return entry(id).map(entry -> drop(entry.queue, List.of(entry.bytes)).get(0)).orElse(false);
  }

  private List<Boolean> drop(QueueName queue, List<byte[]> entries) {
    return answer(() -> store.drop(queue, entries));
  }

  /**
   * Replays all dead letters that a filter accepts, the oldest first, many in one step. Ends when
   * it has looked at all letters that were there at the start, or when {@link BulkProgress#stops}
   * returns true. A request that dies again in the meantime is not replayed again, even if another
   * program has replayed it.
   *
   * @return its result, even if it failed: with {@code RESOURCE_EXHAUSTED} if the queue is full,
   *     and with {@code UNAVAILABLE} if there is no answer; requests that were replayed before stay
   *     in their queue
   * @throws RpcException if it cannot begin
   */
  public BulkResult replayAll(
      Predicate<DeadLetter> filter, ReplayOptions options, BulkProgress progress) {
    return each(
        filter,
        progress,
        (queue, entries) -> {
          List<Optional<ReplayOutcome>> outcomes = tried(queue, entries, options);
          boolean full = outcomes.contains(Optional.empty());
          return new BulkCount.Steps(
              outcomes.stream().map(DeadLetters::step).toList(), full ? full(queue) : null);
        });
  }

  private static BulkCount.Step step(Optional<ReplayOutcome> outcome) {
    return outcome
        .map(
            known ->
                switch (known) {
                  case REPLAYED -> BulkCount.Step.DONE;
                  case NOT_FOUND -> BulkCount.Step.GONE;
                  case MAY_HAVE_RUN, UNREADABLE -> BulkCount.Step.LEFT;
                })
        .orElse(BulkCount.Step.LEFT);
  }

  /** Removes all dead letters that a filter accepts, in the same way as {@link #replayAll}. */
  public BulkResult dropAll(Predicate<DeadLetter> filter, BulkProgress progress) {
    return each(
        filter,
        progress,
        (queue, entries) ->
            new BulkCount.Steps(
                drop(queue, entries).stream()
                    .map(dropped -> dropped ? BulkCount.Step.DONE : BulkCount.Step.GONE)
                    .toList(),
                null));
  }

  /** An entry and its queue. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(QueueName queue, byte[] bytes) {}

  private BulkResult each(
      Predicate<DeadLetter> filter, BulkProgress progress, BulkPass.Action action) {
    BulkCount count = new BulkCount(count(), progress);
    Instant started = now();
    try {
      for (QueueName queue : queues) {
        int total = answer(() -> store.count(queue));
        new BulkPass(filter, action, count, started)
            .through(queue, total, from -> oldest(queue, from));
      }
      return count.result(null);
    } catch (RpcException failed) {
      return count.result(failed);
    }
  }

  private Optional<Entry> entry(String id) {
    return queues.stream().flatMap(queue -> entry(queue, id).stream()).findFirst();
  }

  private Optional<Entry> entry(QueueName queue, String id) {
    int from = 0;
    List<byte[]> page = newest(queue, from);
    while (!page.isEmpty()) {
      Optional<byte[]> found =
          page.stream().filter(entry -> DeadLetter.idOf(entry).equals(id)).findFirst();
      if (found.isPresent()) {
        return found.map(entry -> new Entry(queue, entry));
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
