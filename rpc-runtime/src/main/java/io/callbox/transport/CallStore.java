package io.callbox.transport;

import io.callbox.annotation.Sync;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The records of durable calls: who submitted which, how far each has come, and with what it ended.
 * A request is in one place at a time, the schedule, its queue or the list of what a worker holds;
 * its record moves with it, in the same step.
 *
 * <p>All times are the broker's, in milliseconds of the epoch. Nothing here blocks; stages complete
 * and fail as those of {@link Transport} do. Safe for use by many threads.
 */
public interface CallStore {

  /** How long a call waits for a worker at most, beyond the time it is due. */
  Duration LONGEST_WAIT = Duration.ofDays(7);

  /** How many calls a queue's schedule holds at most. */
  int MOST_SCHEDULED = 2_000_000;

  /** How many calls of a queue are listed at most: the newest. */
  int MOST_LISTED = 10_000;

  /** The wait before a second try, and the longest before any; it doubles in between. */
  Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** The longest wait before a further try. */
  Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** How often workers may die with a call that they have not begun: then it is given up. */
  int MOST_LOST = 10;

  /**
   * How long to wait before the next try.
   *
   * @param attempts how many tries there have been, at least 1
   */
  static Duration pause(int attempts) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 30));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /**
   * A call to be submitted.
   *
   * @param id its id, unique in its queue
   * @param method its method's name, without the service's
   * @param request its request
   * @param due when it may run at the earliest; 0 for at once
   * @param keep how long its record stays once it has ended
   * @param orFail whether an id that is taken refuses it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Submission(
      String id, String method, byte[] request, long due, Duration keep, boolean orFail) {}

  /** What became of a submission. */
  enum Submitted {
    /** The call is new. */
    NEW,
    /** There is a call of this id and method. */
    JOINED,
    /** There is a call of this id, which it must not join, or cannot as it is of another method. */
    TAKEN,
    /** The queue, or its schedule, holds as many as it may. */
    FULL
  }

  /** Submits calls; answers what became of each, in their order. */
  CompletionStage<List<Submitted>> submit(
      QueueName queue, List<Submission> calls, PushOptions admission);

  /**
   * What became of calls that are to be somewhere.
   *
   * @param submitted what became of each, in their order
   * @param missed why they are not known to be where they should, in words that go after "it is
   *     submitted, but"; null if they are
   */
  record Synced(List<Submitted> submitted, @Nullable String missed) {}

  /**
   * Submits calls; answers once they are where they are to be, or have not got there in time. Fails
   * before anything is submitted, with {@link io.callbox.rpc.Executed#NO}, if they cannot get
   * there.
   *
   * @param sync where they are to be
   * @param bound how long to wait for that once they are submitted
   */
  CompletionStage<Synced> submit(
      QueueName queue, List<Submission> calls, PushOptions admission, Sync sync, Duration bound);

  /**
   * A request that a worker has taken and is about to run.
   *
   * @param delivery the request, which is held
   * @param id its call's id
   * @param method its method's name, without the service's
   * @param due when it may run at the earliest; 0 for at once
   * @param sentAt when it was sent; 0 if it does not say
   * @param longest how long one run may take
   * @param keep how long its record stays once it has ended
   * @param run tells this run from all others
   */
  record Beginning(
      Delivery delivery,
      String id,
      String method,
      long due,
      long sentAt,
      Duration longest,
      Duration keep,
      String run) {}

  /** What a worker is to do with a request. */
  enum Verdict {
    /** Run it; the record says that it runs. */
    RUN,
    /**
     * Nothing: it has been acknowledged, as another copy of it runs or ran, or is cancelled, or its
     * id is that of a call of another method.
     */
    DROPPED,
    /** Nothing: its time has not come, and it waits in the schedule. */
    SCHEDULED,
    /** Give it up: it has waited too long. */
    TOO_OLD
  }

  /**
   * A verdict, and how often the call has been begun, this time included.
   *
   * @param verdict what to do
   * @param attempts how often it has been begun
   */
  record Begun(Verdict verdict, int attempts) {}

  /** Begins runs of requests that one worker holds; answers what to do with each. */
  CompletionStage<List<Begun>> begin(QueueName queue, List<Beginning> beginnings);

  /** How a run ended. */
  enum Ending {
    /** With a result. */
    COMPLETED,
    /** With an error that is final. */
    FAILED,
    /** With an error, and it is to be tried again. */
    AGAIN,
    /** It has not begun to run after all: its request goes back to its queue, to be taken next. */
    RETURNED,
    /** It is not begun now, as its service is paused: it waits in the schedule for a while. */
    PUT_OFF
  }

  /**
   * The end of a run.
   *
   * @param delivery the request, which is held
   * @param id its call's id
   * @param method its method's name, without the service's
   * @param run which run ends; null if there was none
   * @param ending how it ended
   * @param outcome the result, or the error, as JSON
   * @param deadLetter what to put on the dead list; null for nothing
   * @param keep how long the record stays, once the call has ended
   * @param pause how long to wait before the next try
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record RunEnd(
      Delivery delivery,
      String id,
      String method,
      @Nullable String run,
      Ending ending,
      byte[] outcome,
      byte @Nullable [] deadLetter,
      Duration keep,
      Duration pause) {}

  /**
   * Ends runs of requests that one worker holds, and acknowledges these. What is no longer held has
   * been taken over by somebody else, and its outcome is dropped; so is that of a request whose id
   * is that of a call of another method, or of one that runs by another copy of it.
   */
  CompletionStage<@Nullable Void> end(QueueName queue, List<RunEnd> ends);

  /**
   * A request of a worker that died, which its heir holds.
   *
   * @param delivery the request
   * @param id its call's id
   * @param method its method's name, without the service's
   * @param attempts how often the call may be begun; 1 if it may not be run again
   * @param error what it failed with if it is not run again, as JSON
   * @param deadLetter what to put on the dead list then
   * @param keep how long its record stays once it has ended
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Loss(
      Delivery delivery,
      String id,
      String method,
      int attempts,
      byte[] error,
      byte[] deadLetter,
      Duration keep) {}

  /** What became of a request of a worker that died. */
  enum Recovered {
    /** It had not begun, and waits in its queue. */
    REQUEUED,
    /** It is tried again after a pause. */
    AGAIN,
    /** It is given up. */
    FAILED,
    /** It had ended, was held no more, or its id is that of a call of another method. */
    NOTHING
  }

  /** Sees to a request of a worker that died. */
  CompletionStage<Recovered> recover(Loss loss);

  /**
   * What a step has moved from a schedule to its queue.
   *
   * @param moved how many requests
   * @param next how many milliseconds until the next is due, 0 for now; negative if there is none
   */
  record Moved(int moved, long next) {}

  /** Moves requests whose time has come to their queue, a {@link Portion} at most. */
  CompletionStage<Moved> moveDue(QueueName queue);

  /** What is known of each of these calls; null where nothing is. Only with its result if asked. */
  CompletionStage<List<@Nullable CallRecord>> read(
      QueueName queue, List<String> ids, boolean withResult);

  /**
   * What each of these calls has come to; null where nothing is known. Of a record that answers
   * only the state, the attempts, the error and the result are there.
   */
  CompletionStage<List<@Nullable CallRecord>> outcomes(QueueName queue, List<String> ids);

  /**
   * Cancels a call that has not ended.
   *
   * @return the state it is in then; null if it is not known
   */
  CompletionStage<@Nullable String> cancel(QueueName queue, String id);

  /**
   * How far a run has come.
   *
   * @param id its call's id
   * @param run tells this run from all others
   * @param progress what its implementation says, as JSON; null for nothing new
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sign(String id, String run, byte @Nullable [] progress) {}

  /** Notes how far runs have come; answers which of them are no longer wanted, by their ids. */
  CompletionStage<List<String>> progress(QueueName queue, List<Sign> signs);

  /** The ids of calls, the oldest first, without so many of the oldest. */
  CompletionStage<List<String>> list(QueueName queue, int from, int most);

  /** Takes calls that are not known any more off the list; answers how many there were. */
  CompletionStage<Integer> forget(QueueName queue, List<String> ids);
}
