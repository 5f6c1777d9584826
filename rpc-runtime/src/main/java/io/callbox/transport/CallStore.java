package io.callbox.transport;

import io.callbox.annotation.Sync;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The records of durable calls: their submitters, their states, and their outcomes. A request is in
 * one place at a time, the schedule, its queue or a worker's list of taken requests; its record
 * moves with it, in the same step.
 *
 * <p>All times are the broker's, in milliseconds of the epoch. Nothing here blocks; stages complete
 * and fail as those of {@link Transport} do. Safe for use by many threads.
 */
public interface CallStore {

  /** The maximum time that a call waits for a worker after it is due. */
  Duration LONGEST_WAIT = Duration.ofDays(7);

  /** The maximum number of calls in a queue's schedule. */
  int MOST_SCHEDULED = 2_000_000;

  /** The maximum number of listed calls of a queue: the newest. */
  int MOST_LISTED = 10_000;

  /**
   * The wait before the second attempt; it doubles with each attempt, up to {@link #LONGEST_PAUSE}.
   */
  Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** The longest wait before a further attempt. */
  Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /**
   * The maximum number of workers that die with a call before it has begun; then it is given up.
   */
  int MOST_LOST = 10;

  /**
   * Returns the wait before the next attempt.
   *
   * @param attempts the number of attempts so far, at least 1
   */
  static Duration pause(int attempts) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 30));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** The result of a submission. */
  enum Submitted {
    /** The call is new. */
    NEW,
    /** It has joined an existing call with this id and method. */
    JOINED,
    /**
     * A call with this id exists, and the submission must not join it, or cannot because that call
     * has another method.
     */
    TAKEN,
    /** The queue or its schedule is full. */
    FULL
  }

  /** Submits calls; returns the result of each, in their order. */
  CompletionStage<List<Submitted>> submit(
      QueueName queue, List<Submission> calls, PushOptions admission);

  /**
   * The result of submissions that must reach a disk or replicas.
   *
   * @param submitted the result of each submission, in their order
   * @param missed the reason why it is not known that they have reached it, in words that follow
   *     "it is submitted, but"; null if they have
   */
  record Synced(List<Submitted> submitted, @Nullable String missed) {}

  /**
   * Submits calls; completes when they have reached the disk or the replicas, or when the time is
   * over. If they cannot reach it, fails with {@link io.callbox.rpc.Executed#NO} before it submits
   * anything.
   *
   * @param sync the place that they must reach
   * @param bound how long to wait for this after the submission
   */
  CompletionStage<Synced> submit(
      QueueName queue, List<Submission> calls, PushOptions admission, Sync sync, Duration bound);

  /** The next step of a worker with a request. */
  enum Verdict {
    /** Run it; the record says that the call runs. */
    RUN,
    /**
     * Nothing: the request has been acknowledged, because another copy of it runs or ran, or the
     * call is cancelled, or its id belongs to a call of another method.
     */
    DROPPED,
    /** Nothing: the request is early, and waits in the schedule. */
    SCHEDULED,
    /** Give it up: the request has waited too long. */
    TOO_OLD,
    /**
     * Put it off: its record is not known to have reached the required place. No store returns
     * this.
     */
    UNSURE
  }

  /**
   * A verdict, and how many runs of the call have begun, including this one.
   *
   * @param verdict the next step
   * @param attempts how many runs have begun
   */
  record Begun(Verdict verdict, int attempts) {}

  /** Begins runs of requests that one worker holds; returns the next step for each. */
  CompletionStage<List<Begun>> begin(QueueName queue, List<RunBegin> beginnings);

  /**
   * Begins runs that must not begin again, even if the broker loses data later. Fails if the
   * records are not known in time to have reached the required place: the runs may have begun, and
   * must be put off.
   *
   * @param sync the place that the records must reach
   * @param bound the longest wait for that
   */
  CompletionStage<List<Begun>> begin(
      QueueName queue, List<RunBegin> beginnings, Sync sync, Duration bound);

  /**
   * Ends runs of requests that one worker holds, and acknowledges the requests. If the worker no
   * longer holds a request, another worker has taken it over; the outcome counts while the record
   * says that this run runs, and is dropped afterwards. If the call is to run again, it waits
   * without a pause until that worker has put its request into the queue. The outcome is also
   * dropped if the id belongs to a call of another method, or if another copy of the request runs.
   */
  CompletionStage<@Nullable Void> end(QueueName queue, List<RunEnd> ends);

  /** The result of handling a request of a worker that died. */
  enum Recovered {
    /** It had not begun, and waits in its queue again. */
    REQUEUED,
    /** There is another attempt after a pause. */
    AGAIN,
    /** It is given up. */
    FAILED,
    /**
     * Nothing: it had ended, or the heir no longer holds it, or its id belongs to a call of another
     * method, or its call runs. In the last case, the worker that runs it holds the request again.
     */
    NOTHING
  }

  /** Handles a request of a worker that died. */
  CompletionStage<Recovered> recover(LostRequest loss);

  /**
   * The requests that a step has moved from a schedule to its queue.
   *
   * @param moved the number of requests
   * @param next the time until the next request is due, in milliseconds, 0 for now; negative if
   *     there is none
   */
  record Moved(int moved, long next) {}

  /** Moves requests that are due to their queue, at most a {@link Portion}. */
  CompletionStage<Moved> moveDue(QueueName queue);

  /**
   * Reads the record of each of these calls; null if there is none. Includes the result only on
   * request.
   */
  CompletionStage<List<@Nullable CallRecord>> read(
      QueueName queue, List<String> ids, boolean withResult);

  /**
   * Reads the outcome of each of these calls; null if there is no record. The records contain only
   * the state, the attempts, the error and the result.
   */
  CompletionStage<List<@Nullable CallRecord>> outcomes(QueueName queue, List<String> ids);

  /**
   * Cancels a call that has not ended.
   *
   * @return its state afterwards; null if the call is unknown
   */
  CompletionStage<@Nullable String> cancel(QueueName queue, String id);

  /**
   * The progress of a run.
   *
   * @param id its call's id
   * @param run identifies this run
   * @param progress the progress that its implementation reports, as JSON; null for nothing new
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sign(String id, String run, byte @Nullable [] progress) {}

  /** Writes the progress of runs; returns the ids of cancelled calls. */
  CompletionStage<List<String>> progress(QueueName queue, List<Sign> signs);

  /** Returns how many calls are listed. */
  CompletionStage<Integer> count(QueueName queue);

  /** Returns the ids of calls, the oldest first, after {@code from} of the oldest. */
  CompletionStage<List<String>> list(QueueName queue, int from, int most);

  /** Returns the ids of calls, the newest first, after {@code from} of the newest. */
  CompletionStage<List<String>> newest(QueueName queue, int from, int most);

  /** Removes calls without a record from the list; returns how many there were. */
  CompletionStage<Integer> forget(QueueName queue, List<String> ids);
}
