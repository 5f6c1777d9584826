package io.callbox.transport.memory;

import io.callbox.annotation.Sync;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.LostRequest;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import io.callbox.transport.Submission;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Durable calls in memory, under the lock of the lists with their requests. */
final class MemoryCalls implements CallStore {

  private static final String CANCELLED = "CANCELLED";

  private final MemoryCallTable table;
  private final MemoryRuns runs;
  private final MemoryRecovery recovery;

  MemoryCalls(MemoryLists lists, MemoryLeaseStore leases, Namespace namespace, Transport signals) {
    this.table = new MemoryCallTable(lists, signals.clock(), namespace, signals);
    this.runs = new MemoryRuns(table);
    this.recovery = new MemoryRecovery(table, leases, runs);
  }

  @Override
  public CompletionStage<List<Submitted>> submit(
      QueueName queue, List<Submission> submissions, PushOptions admission) {
    return table.locked(
        hints -> {
          List<Submitted> submitted = new ArrayList<>();
          for (Submission each : submissions) {
            submitted.add(submit(queue, each, admission, hints));
          }
          return submitted;
        });
  }

  /**
   * Submits calls. There is nothing to wait for, because this memory has no disk and no replicas.
   */
  @Override
  public CompletionStage<Synced> submit(
      QueueName queue, List<Submission> calls, PushOptions admission, Sync sync, Duration bound) {
    return submit(queue, calls, admission).thenApply(submitted -> new Synced(submitted, null));
  }

  private Submitted submit(
      QueueName queue, Submission call, PushOptions admission, List<Runnable> hints) {
    MemoryCall known = table.find(queue, call.id());
    if (known != null) {
      boolean joins = !call.orFail() && known.method.equals(call.method());
      return joins ? Submitted.JOINED : Submitted.TAKEN;
    }
    long early = call.due() - table.millis();
    if (early <= 0 && table.lists().size(queue) >= admission.maxLength()) {
      return Submitted.FULL;
    }
    MemoryCall made = table.waiting(queue, call.id(), call.method(), call.keep());
    if (early > 0) {
      made.end += early;
      table.schedule(queue, made, call.due(), call.request(), hints);
    } else {
      table.lists().pushLeft(queue, call.request());
    }
    return Submitted.NEW;
  }

  /** Makes a failed call wait again. The caller holds the lock of the lists. */
  void waitAgain(QueueName queue, String id, Duration keep) {
    MemoryCall call = table.find(queue, id);
    if (call != null && call.state.equals("FAILED")) {
      table.waiting(queue, id, call.method, keep);
    }
  }

  @Override
  public CompletionStage<List<Begun>> begin(QueueName queue, List<RunBegin> beginnings) {
    return table.locked(
        hints -> {
          List<Begun> begun = new ArrayList<>();
          for (RunBegin each : beginnings) {
            begun.add(runs.begin(queue, each, hints));
          }
          return begun;
        });
  }

  /** Begins runs. There is nothing to wait for, because no data outlive this memory. */
  @Override
  public CompletionStage<List<Begun>> begin(
      QueueName queue, List<RunBegin> beginnings, Sync sync, Duration bound) {
    return begin(queue, beginnings);
  }

  @Override
  public CompletionStage<@Nullable Void> end(QueueName queue, List<RunEnd> ends) {
    return table
        .<Boolean>locked(
            hints -> {
              ends.forEach(each -> runs.end(queue, each, hints));
              return true;
            })
        .thenApply(done -> null);
  }

  @Override
  public CompletionStage<Recovered> recover(LostRequest loss) {
    return table.locked(hints -> recovery.recover(loss, hints));
  }

  @Override
  public CompletionStage<Moved> moveDue(QueueName queue) {
    return table.locked(hints -> table.moveDue(queue));
  }

  @Override
  public CompletionStage<List<@Nullable CallRecord>> read(
      QueueName queue, List<String> ids, boolean withResult) {
    return table.<List<@Nullable CallRecord>>locked(
        hints -> {
          List<@Nullable CallRecord> records = new ArrayList<>();
          for (String id : ids) {
            MemoryCall call = table.find(queue, id);
            records.add(call == null ? null : call.record(withResult));
          }
          return records;
        });
  }

  @Override
  public CompletionStage<List<@Nullable CallRecord>> outcomes(QueueName queue, List<String> ids) {
    return read(queue, ids, true);
  }

  @Override
  public CompletionStage<@Nullable String> cancel(QueueName queue, String id) {
    return table.<@Nullable String>locked(
        hints -> {
          MemoryCall call = table.find(queue, id);
          if (call == null || call.isFinal()) {
            return call == null ? null : call.state;
          }
          call.state = CANCELLED;
          call.ended = table.millis();
          table.cancelled(queue, id, hints);
          table.done(id, hints);
          return CANCELLED;
        });
  }

  @Override
  public CompletionStage<List<String>> progress(QueueName queue, List<Sign> signs) {
    return table.locked(
        hints -> {
          List<String> unwanted = new ArrayList<>();
          for (Sign each : signs) {
            MemoryCall call = table.find(queue, each.id());
            if (call != null && call.state.equals(CANCELLED)) {
              unwanted.add(each.id());
            } else if (call != null && each.run().equals(call.run) && each.progress() != null) {
              call.progress = each.progress();
            }
          }
          return unwanted;
        });
  }

  @Override
  public CompletionStage<Integer> count(QueueName queue) {
    return table.locked(hints -> table.of(queue).size());
  }

  @Override
  public CompletionStage<List<String>> list(QueueName queue, int from, int most) {
    return table.locked(hints -> table.of(queue).keySet().stream().skip(from).limit(most).toList());
  }

  @Override
  public CompletionStage<List<String>> newest(QueueName queue, int from, int most) {
    return table.locked(
        hints -> {
          List<String> ids = new ArrayList<>(table.of(queue).keySet());
          Collections.reverse(ids);
          return ids.stream().skip(from).limit(most).toList();
        });
  }

  /** Does nothing: here, a call without a record is on no list. */
  @Override
  public CompletionStage<Integer> forget(QueueName queue, List<String> ids) {
    return CompletableFuture.completedFuture(0);
  }
}
