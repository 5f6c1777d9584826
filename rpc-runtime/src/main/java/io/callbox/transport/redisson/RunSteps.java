package io.callbox.transport.redisson;

import io.callbox.annotation.Sync;
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
 * Begins and ends runs of durable calls: all of a batch in the usual way if that fits them all,
 * otherwise each as its record and its request are.
 *
 * @param scripts runs the scripts
 * @param neighbours the usual way
 * @param later the channel of those who move what is due
 * @param done the channel of those who wait for results
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

  /** Begins runs whose records have to reach a disk or replicas, each as it is. */
  CompletionStage<SyncedScripts.Answer> begin(
      QueueName queue, List<RunBegin> runs, Sync sync, Duration bound) {
    Object[] values = RunScripts.beginValues(runs, later).toArray();
    return scripts.synced(
        sync, bound, LuaScript.BEGIN_RUNS, RunScripts.beginKeys(queue, runs), values);
  }

  /** Reads what has begun; fails if it is not known to have reached the disk or the replicas. */
  static List<Begun> confirmed(SyncedScripts.Answer answer) {
    String missed = answer.missed();
    if (missed != null) {
      throw new RpcException(
          StatusCode.UNAVAILABLE, Executed.UNKNOWN, "its run is noted, but " + missed);
    }
    return RunScripts.begun(answer.list());
  }

  /** Ends runs; what has been completed in the usual way is not completed again. */
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
