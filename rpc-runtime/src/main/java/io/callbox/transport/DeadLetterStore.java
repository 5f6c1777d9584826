package io.callbox.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The requests that were given up on, in a bounded list for each queue. Knows nothing of what an
 * entry says: entries are told apart by their bytes.
 *
 * <p>Each step is atomic. Safe for use by many threads.
 */
public interface DeadLetterStore {

  /** How many entries the list of a queue has. */
  CompletionStage<Integer> count(QueueName queue);

  /**
   * Reads entries: a {@link Portion} at most.
   *
   * @param oldestFirst in which order; a list grows at its newer end, so that places that are
   *     counted from the oldest stay what they are
   * @param from how many to pass over
   * @param most how many to read at most
   * @return none if there are no more
   */
  CompletionStage<List<byte[]>> read(QueueName queue, boolean oldestFirst, int from, int most);

  /** How many entries one step may be about. */
  int MOST_AT_ONCE = 128;

  /**
   * Takes entries off the list and puts their requests into the queue, behind what waits there, in
   * one step; forgets the claim that a run of each has left; and has the record of a durable call
   * that failed say that it waits.
   *
   * @param replacements {@link #MOST_AT_ONCE} at most
   * @param maxLength how many requests may wait in the queue
   * @return what came of each, in their order
   */
  CompletionStage<List<Replay>> replay(
      QueueName queue, List<Replacement> replacements, int maxLength);

  /**
   * A dead letter, and the request that takes its place.
   *
   * @param entry the entry, to the letter
   * @param request what to put into the queue
   * @param key what {@link LeaseStore#claim} was told of it
   * @param call the id of the durable call that it is of; null if it is of none
   * @param keep how long the record of the call stays while it waits
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Replacement(
      byte[] entry, byte[] request, String key, @Nullable String call, Duration keep) {}

  /**
   * Takes entries off the list, in one step.
   *
   * @param entries {@link #MOST_AT_ONCE} at most
   * @return of each, in their order, whether it was there
   */
  CompletionStage<List<Boolean>> drop(QueueName queue, List<byte[]> entries);

  /** What came of a replay. */
  enum Replay {
    /** The request waits in its queue. */
    DONE,
    /** The entry is not on the list: nothing was done. */
    GONE,
    /** The queue is full: nothing was done. */
    FULL
  }
}
