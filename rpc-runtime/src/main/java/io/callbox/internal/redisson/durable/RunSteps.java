package io.callbox.internal.redisson.durable;

import io.callbox.annotation.Sync;
import io.callbox.internal.redisson.connection.SyncedScripts;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallStore.Begun;
import io.callbox.transport.CallStore.Verdict;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Begins and ends runs of durable calls: a whole batch in the usual way if all its runs fit it;
 * otherwise each run according to its record and its request.
 *
 * @param scripts runs the scripts
 * @param neighbours the usual way
 * @param later the channel for programs that move due calls
 * @param done the channel for programs that wait for results
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RunSteps(Scripts scripts, NeighbourRuns neighbours, byte[] later, byte[] done) {

  private static final Begun FIRST = new Begun(Verdict.RUN, 1);

  CompletionStage<List<Begun>> begin(QueueName queue, List<RunBegin> runs) {
    return neighbours
        .begin(queue, runs)
        .thenCompose(
            all ->
                all
                    ? CompletableFuture.completedFuture(Collections.nCopies(runs.size(), FIRST))
                    : beginEach(queue, runs));
  }

  private CompletionStage<List<Begun>> beginEach(QueueName queue, List<RunBegin> runs) {
    Object[] values = RunScripts.beginValues(runs, later).toArray();
    return scripts
        .list(LuaScript.BEGIN_RUNS, RunScripts.beginKeys(queue, runs), values)
        .thenApply(RunScripts::begun);
  }

  /** Begins runs whose records must reach a disk or replicas, each according to its record. */
  CompletionStage<SyncedScripts.Answer> begin(
      QueueName queue, List<RunBegin> runs, Sync sync, Duration bound) {
    Object[] values = RunScripts.beginValues(runs, later).toArray();
    return scripts.synced(
        sync, bound, LuaScript.BEGIN_RUNS, RunScripts.beginKeys(queue, runs), values);
  }

  /**
   * Reads which runs have begun; fails if they are not known to have reached the disk or the
   * replicas.
   */
  static List<Begun> confirmed(SyncedScripts.Answer answer) {
    String missed = answer.missed();
    if (missed != null) {
      throw new RpcException(
          StatusCode.UNAVAILABLE, Executed.UNKNOWN, "its run is noted, but " + missed);
    }
    return RunScripts.begun(answer.list());
  }

  /** Ends runs; a run that has been completed in the usual way is not completed again. */
  CompletionStage<?> end(QueueName queue, List<RunEnd> ends) {
    return NeighbourRuns.complete(ends)
        ? neighbours
            .end(queue, ends)
            .thenCompose(all -> all ? CompletableFuture.completedFuture(0L) : endEach(queue, ends))
        : endEach(queue, ends);
  }

  private CompletionStage<Long> endEach(QueueName queue, List<RunEnd> ends) {
    Object[] values = RunScripts.endValues(ends, later, done).toArray();
    return scripts.number(LuaScript.END_RUNS, RunScripts.endKeys(queue, ends), values);
  }
}
