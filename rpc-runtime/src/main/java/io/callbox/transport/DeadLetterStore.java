package io.callbox.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stores dead letters, in a bounded list for each queue. It does not read the content of an entry:
 * the bytes of an entry identify it.
 *
 * <p>Each step is atomic. Safe for use by many threads.
 */
public interface DeadLetterStore {

  /** Counts the entries of a queue's list. */
  CompletionStage<Integer> count(QueueName queue);

  /**
   * Reads entries, at most a {@link Portion}.
   *
   * @param oldestFirst the order; a list grows at its newer end, so positions that count from the
   *     oldest entry do not change
   * @param from the number of entries to skip
   * @param most the maximum number
   * @return none if there are no more
   */
  CompletionStage<List<byte[]>> read(QueueName queue, boolean oldestFirst, int from, int most);

  /** The maximum number of entries in one step. */
  int MOST_AT_ONCE = 128;

  /**
   * Removes entries from the list and pushes their requests to the queue, behind the waiting
   * requests, in one step. Deletes the claim of each earlier run, and sets the record of a failed
   * durable call to waiting.
   *
   * @param replacements at most {@link #MOST_AT_ONCE}
   * @param maxLength the maximum number of elements in the queue
   * @return the result of each, in their order
   */
  CompletionStage<List<Replay>> replay(
      QueueName queue, List<Replacement> replacements, int maxLength);

  /**
   * A dead letter, and the request that replaces it.
   *
   * @param entry the entry, byte for byte
   * @param request the request to push
   * @param key the key with which {@link LeaseStore#claim} was called
   * @param call the id of its durable call; null if it belongs to none
   * @param keep how long the record of the call stays while it waits
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Replacement(
      byte[] entry, byte[] request, String key, @Nullable String call, Duration keep) {}

  /**
   * Removes entries from the list, in one step.
   *
   * @param entries at most {@link #MOST_AT_ONCE}
   * @return for each, in their order, whether it was there
   */
  CompletionStage<List<Boolean>> drop(QueueName queue, List<byte[]> entries);

  /** The result of a replay. */
  enum Replay {
    /** The request waits in its queue. */
    DONE,
    /** The entry is not on the list: the step did nothing. */
    GONE,
    /** The queue is full: the step did nothing. */
    FULL
  }
}
