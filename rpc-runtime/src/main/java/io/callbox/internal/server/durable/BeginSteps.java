package io.callbox.internal.server.durable;

import io.callbox.annotation.Sync;
import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.concurrent.TaskSequence;
import io.callbox.log.MessageLog;
import io.callbox.transport.CallStore;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps that begin runs of durable calls: many at a time of one list of taken requests, whose
 * implementations are then one task. Safe for use by many threads.
 */
final class BeginSteps {

  private static final Logger LOG = LoggerFactory.getLogger(BeginSteps.class);
  private static final MessageLog LEFT =
      MessageLog.of(LOG, "{}: a durable call cannot begin, as Redis refuses its record: {}");

  private static final Duration RETRY = Duration.ofMillis(500);

  /**
   * The longest wait until the begin of a run is stored in the place that its {@code sync} names.
   */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final CallStore store;
  private final TaskScheduler later;
  private final UnconfirmedBegins unconfirmed;
  private final Executor executor;
  private final Map<Sync, PushBatcher<QueueName, Begin>> batchers = new EnumMap<>(Sync.class);
  private volatile boolean closed;

  /**
   * Creates it.
   *
   * @param executor runs implementations
   */
  BeginSteps(
      CallStore store, TaskScheduler later, UnconfirmedBegins unconfirmed, Executor executor) {
    this.store = store;
    this.later = later;
    this.unconfirmed = unconfirmed;
    this.executor = executor;
    for (Sync sync : Sync.values()) {
      batchers.put(sync, new PushBatcher<>(new Together(sync)));
    }
  }

  /** Learns whether a run begins. */
  interface Starter {

    /**
     * Handles the answer of the run's record. Returns a task for a thread of the server; null for
     * none.
     */
    @Nullable Runnable begun(CallStore.Begun begun);

    /** Handles that the run does not begin here: its request is left to other workers. */
    void notBegun();
  }

  /** A run to begin. */
  private static final class Begin implements PushBatcher.Message {

    final DurableRun run;
    final Starter starter;

    /**
     * The answer of its record, or the reason why there is none. Written by the thread that
     * receives it.
     */
    private CallStore.@Nullable Begun begun;

    private @Nullable Throwable failure;

    Begin(DurableRun run, Starter starter) {
      this.run = run;
      this.starter = starter;
    }

    @Override
    public int bytes() {
      return run.delivery().message().length;
    }

    @Override
    public void pushed() {}

    @Override
    public void notPushed(Throwable reason) {
      failure = reason;
    }
  }

  /** Begins runs with the same sync. */
  private final class Together implements PushBatcher.Target<QueueName, Begin> {

    private final Sync sync;

    Together(Sync sync) {
      this.sync = sync;
    }

    @Override
    public CompletionStage<PushResult> push(QueueName taken, List<Begin> batch) {
      return begin(sync, batch);
    }

    @Override
    public void received(List<Begin> batch) {
      List<Runnable> tasks = new ArrayList<>(batch.size());
      batch.forEach(each -> settleOne(each, tasks));
      start(tasks);
    }

    /** Settles one run. A failure here does not affect the other runs, which have begun, too. */
    private void settleOne(Begin begin, List<Runnable> tasks) {
      try {
        settle(begin, tasks);
      } catch (RuntimeException | Error failure) {
        LOG.error("the begin of a durable run failed", failure);
      }
    }
  }

  /**
   * Begins a run, as soon as the broker is reachable. If the begin must be stored in another place
   * and is not, the run is put off. The run does not begin if the server closes before, or if the
   * broker refuses the record. Then the request stays held, and {@code OrphanScanner} treats it as
   * a request of a dead worker.
   */
  void begin(DurableRun run, Starter starter) {
    Objects.requireNonNull(batchers.get(run.sync()))
        .push(DurableSteps.taken(run.delivery()), new Begin(run, starter));
  }

  private CompletionStage<PushResult> begin(Sync sync, List<Begin> batch) {
    QueueName queue = batch.get(0).run.queue();
    List<RunBegin> runs = new ArrayList<>(batch.size());
    batch.forEach(each -> runs.add(each.run.beginning()));
    CompletionStage<List<CallStore.Begun>> begun =
        sync == Sync.NONE ? store.begin(queue, runs) : store.begin(queue, runs, sync, LONGEST);
    return begun.thenApply(
        each -> {
          for (int index = 0; index < batch.size(); index++) {
            batch.get(index).begun = each.get(index);
          }
          return PushResult.ALL;
        });
  }

  /**
   * Settles a run. If the broker has refused a batch, begins each of its runs again by itself,
   * because perhaps only one of them has an invalid record.
   */
  private void settle(Begin begin, List<Runnable> tasks) {
    Throwable failure = begin.failure;
    if (failure != null && DurableSteps.isRefused(failure)) {
      BrokerRequests.sent(() -> begin(begin.run.sync(), List.of(begin)))
          .whenComplete((done, refusal) -> settledAlone(begin, refusal));
    } else {
      ended(begin, failure, tasks);
    }
  }

  private void settledAlone(Begin begin, @Nullable Throwable failure) {
    List<Runnable> tasks = new ArrayList<>();
    ended(begin, failure, tasks);
    start(tasks);
  }

  private void ended(Begin begin, @Nullable Throwable failure, List<Runnable> tasks) {
    DurableRun run = begin.run;
    CallStore.Begun said = begin.begun;
    if (failure == null && said != null) {
      if (run.sync() != Sync.NONE) {
        unconfirmed.confirmed(run.queue());
      }
      begun(begin, said, tasks);
    } else if (closed) {
      begin.starter.notBegun();
    } else if (failure != null && DurableSteps.isRefused(failure)) {
      LEFT.warn(run.entry().method(), DurableSteps.reason(failure));
      begin.starter.notBegun();
    } else if (failure != null && run.sync() != Sync.NONE) {
      run.doubt(DurableSteps.reason(failure));
      unconfirmed.missed(run.queue(), run.doubt());
      begun(begin, new CallStore.Begun(CallStore.Verdict.UNSURE, 0), tasks);
    } else {
      later.run(RETRY, () -> begin(run, begin.starter));
    }
  }

  private static void begun(Begin begin, CallStore.Begun said, List<Runnable> tasks) {
    Runnable task = begin.starter.begun(said);
    if (task != null) {
      tasks.add(task);
    }
  }

  private void start(List<Runnable> tasks) {
    if (tasks.size() == 1) {
      executor.execute(tasks.get(0));
    } else if (!tasks.isEmpty()) {
      TaskSequence.start(executor, new StartedRuns(tasks));
    }
  }

  /** Forgets queues without steps under way. */
  void forgetIdle() {
    batchers.values().forEach(PushBatcher::forgetIdle);
  }

  void close() {
    closed = true;
  }
}
