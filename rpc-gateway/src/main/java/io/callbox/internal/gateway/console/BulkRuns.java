package io.callbox.internal.gateway.console;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.deadletter.BulkResult;
import io.callbox.deadletter.DeadLetters;
import io.callbox.deadletter.LetterFilter;
import io.callbox.deadletter.ReplayOptions;
import io.callbox.gateway.access.Action;
import io.callbox.internal.gateway.console.Actions.Outcome;
import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays and drops many dead letters, one run at a time. A run occupies a thread until it ends.
 * Safe for use by many threads.
 */
final class BulkRuns {

  private static final Logger LOG = LoggerFactory.getLogger(BulkRuns.class);

  private final RpcNode node;
  private final Executor executor;
  private final Consumer<byte[]> pages;

  /** The current run, or the last one. Guard against race: of pages that start a run. */
  @GuardedBy("this")
  private @Nullable BulkRun latest;

  /**
   * Creates no runs yet.
   *
   * @param pages receives the progress of runs
   */
  BulkRuns(RpcNode node, Executor executor, Consumer<byte[]> pages) {
    this.node = node;
    this.executor = executor;
    this.pages = pages;
  }

  /**
   * An action for many dead letters.
   *
   * @param id the id that the requesting page has chosen
   * @param action replay or drop
   * @param ended receives the outcome
   */
  record Task(
      String id,
      Action action,
      String service,
      LetterFilter filter,
      ReplayOptions options,
      Consumer<String> ended) {}

  /** Starts a run, unless another one is under way. */
  Outcome start(Task task) {
    BulkRun run;
    synchronized (this) {
      if (latest != null && !latest.hasEnded()) {
        return new Outcome(false, "Many are replayed or dropped already: wait for that.");
      }
      run = new BulkRun(task.id, task.action, task.service, now -> pages.accept(now.bytes()));
      latest = run;
    }
    try {
      executor.execute(() -> go(run, task));
    } catch (RejectedExecutionException closed) {
      run.end("The gateway ends.");
      return new Outcome(false, "The gateway ends.");
    }
    return new Outcome(true, "It has begun.");
  }

  private void go(BulkRun run, Task task) {
    String outcome = "It failed; the gateway's log says why.";
    try {
      DeadLetters letters = node.deadLetters(task.service);
      BulkResult result =
          task.action == Action.REPLAY
              ? letters.replayAll(task.filter, task.options, run)
              : letters.dropAll(task.filter, run);
      outcome = words(task.action, result, run.stops());
    } catch (RpcException failed) {
      outcome = failed.code() + ": " + failed.getMessage();
    } catch (RuntimeException | Error mistake) {
      LOG.error("{} of the dead letters of {} failed", task.action, task.service, mistake);
    } finally {
      ended(run, task, outcome);
    }
  }

  /** Ends the run even if the notification fails, because no other run can begin before. */
  private static void ended(BulkRun run, Task task, String outcome) {
    try {
      task.ended.accept(outcome);
    } finally {
      run.end(outcome);
    }
  }

  /**
   * Returns a sentence with the numbers of letters that are done and not done, for any end of the
   * run.
   */
  private static String words(Action action, BulkResult result, boolean stopped) {
    RpcException failure = result.failure();
    StringBuilder words = new StringBuilder();
    words.append(failure == null ? (stopped ? "Stopped. " : "") : "It failed. ");
    words.append(
        action == Action.REPLAY
            ? "Back in the queue: " + result.done() + " of " + result.seen() + '.'
            : "Dropped: " + result.done() + '.');
    if (result.left() > 0) {
      String why = failure == null ? ", which may have run or cannot be read." : ".";
      words.append(" Left there: ").append(result.left()).append(why);
    }
    if (result.unknown() > 0) {
      words.append(" Done or not, which is unknown: ").append(result.unknown()).append('.');
    }
    if (result.unseen() > 0 && (stopped || failure != null)) {
      words.append(" Not looked at: ").append(result.unseen()).append('.');
    }
    if (failure != null) {
      words.append(' ').append(failure.code()).append(": ").append(failure.getMessage());
    }
    return words.toString();
  }

  /** Stops a run where it is. */
  synchronized Outcome stop(Action action, String service, String id) {
    if (latest == null || latest.hasEnded() || !latest.is(action, service, id)) {
      return new Outcome(false, "It has ended before.");
    }
    latest.stop();
    return new Outcome(true, "It ends where it is.");
  }

  /**
   * Returns the progress of the current run, or the outcome of the last one; null if there was
   * none.
   */
  synchronized byte @Nullable [] latest() {
    return latest == null ? null : latest.bytes();
  }
}
