package io.callbox.internal.server;

import io.callbox.annotation.Sync;
import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.failure.StageFailure;
import io.callbox.log.MessageLog;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a server on the records of its durable calls: many at a time for one queue, and
 * repeated while the broker is away. Safe for use by many threads.
 */
final class DurableSteps {

  private static final Logger LOG = LoggerFactory.getLogger(DurableSteps.class);
  private static final MessageLog LEFT =
      MessageLog.of(LOG, "{}: a durable call cannot begin, as Redis refuses its record: {}");

  private static final Duration RETRY = Duration.ofMillis(500);
  private static final int SIGNS_AT_ONCE = 256;

  /** How long the begin of a run may take to be known where it has to be. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final CallStore store;
  private final ResponseSender replies;
  private final TaskScheduler later;
  private final UnconfirmedBegins unconfirmed;
  private final Map<Sync, PushBatcher<QueueName, Begin>> begins = new EnumMap<>(Sync.class);
  private final PushBatcher<QueueName, End> ends;
  private volatile boolean closed;

  DurableSteps(
      CallStore store, ResponseSender replies, TaskScheduler later, UnconfirmedBegins unconfirmed) {
    this.unconfirmed = unconfirmed;
    this.store = store;
    this.replies = replies;
    this.later = later;
    for (Sync sync : Sync.values()) {
      begins.put(sync, new PushBatcher<>((taken, batch) -> begin(sync, batch)));
    }
    this.ends =
        new PushBatcher<>((taken, batch) -> end(batch.stream().map(each -> each.how).toList()));
  }

  private CompletionStage<PushResult> end(List<RunEnd> batch) {
    return store.end(batch.get(0).delivery().queue(), batch).thenApply(done -> PushResult.ALL);
  }

  private CompletionStage<PushResult> begin(Sync sync, List<Begin> batch) {
    QueueName queue = batch.get(0).run.queue();
    List<RunBegin> runs = batch.stream().map(each -> each.run.beginning()).toList();
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

  /** A run to begin. */
  private static final class Begin extends PushBatcher.Awaited {

    final DurableRun run;

    /** Written before {@link #pushed} by the thread that calls it. */
    private CallStore.@Nullable Begun begun;

    Begin(DurableRun run) {
      this.run = run;
    }

    @Override
    public int bytes() {
      return run.delivery().message().length;
    }
  }

  /** A run to end. */
  private static final class End extends PushBatcher.Awaited {

    final RunEnd how;

    End(RunEnd how) {
      this.how = how;
    }

    @Override
    public int bytes() {
      return how.outcome().length + how.delivery().message().length;
    }
  }

  /**
   * Begins a run, as soon as the broker is reachable. If its record has to be known elsewhere and
   * is not, the run is unsure. Fails if the server closes before, or if the broker refuses the
   * record: the request stays held, and the search for requests that were taken unawares sees to it
   * as to one of a dead worker.
   */
  CompletableFuture<CallStore.Begun> begin(DurableRun run) {
    CompletableFuture<CallStore.Begun> begun = new CompletableFuture<>();
    begin(run, begun);
    return begun;
  }

  private void begin(DurableRun run, CompletableFuture<CallStore.Begun> begun) {
    Begin begin = new Begin(run);
    aloneIfRefused(begin.end, () -> begin(run.sync(), List.of(begin)))
        .whenComplete((done, failure) -> begun(begin, failure, begun));
    Objects.requireNonNull(begins.get(run.sync())).push(taken(run.delivery()), begin);
  }

  private void begun(
      Begin begin, @Nullable Throwable failure, CompletableFuture<CallStore.Begun> begun) {
    DurableRun run = begin.run;
    CallStore.Begun said = begin.begun;
    if (failure == null && said != null) {
      if (run.sync() != Sync.NONE) {
        unconfirmed.confirmed(run.queue());
      }
      begun.complete(said);
    } else if (closed) {
      begun.completeExceptionally(failure == null ? closing() : failure);
    } else if (failure != null && isRefused(failure)) {
      LEFT.warn(run.entry().method(), reason(failure));
      begun.completeExceptionally(failure);
    } else if (failure != null && run.sync() != Sync.NONE) {
      run.doubt(reason(failure));
      unconfirmed.missed(run.queue(), run.doubt());
      begun.complete(new CallStore.Begun(CallStore.Verdict.UNSURE, 0));
    } else {
      later.run(RETRY, () -> begin(run, begun));
    }
  }

  /**
   * Takes a step again without the others of its batch if the broker has refused them together, as
   * perhaps only one of them has a record that is none.
   */
  private static CompletableFuture<@Nullable Void> aloneIfRefused(
      CompletableFuture<@Nullable Void> together, Supplier<CompletionStage<PushResult>> alone) {
    return together.exceptionallyCompose(
        failure ->
            isRefused(failure)
                ? alone.get().thenApply(done -> null)
                : CompletableFuture.failedFuture(failure));
  }

  /** Returns whether the broker fails a step for good: a script meets what it does not expect. */
  private static boolean isRefused(Throwable failure) {
    return StageFailure.cause(failure) instanceof RpcException refused
        && refused.code() == StatusCode.INTERNAL;
  }

  /** Says why a step has failed, in words for a user. */
  static String reason(Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    String message = cause instanceof RpcException ? cause.getMessage() : null;
    return message == null ? cause.toString() : message;
  }

  private static RpcException closing() {
    return new RpcException(StatusCode.UNAVAILABLE, "the server closes");
  }

  /**
   * Ends a run and acknowledges its request, as soon as the broker is reachable. If the broker
   * refuses the record, the request stays held, as in {@link #begin(DurableRun)}.
   */
  CompletableFuture<@Nullable Void> end(RunEnd end) {
    return replies.untilDone(
        end.delivery(),
        () -> {
          End sending = new End(end);
          ends.push(taken(end.delivery()), sending);
          return aloneIfRefused(sending.end, () -> end(List.of(end)));
        });
  }

  private static QueueName taken(Delivery delivery) {
    QueueName taken = delivery.taken();
    return taken == null ? delivery.queue() : taken;
  }

  /** Writes the progress of runs, and cancels runs of cancelled calls. */
  void sign(Set<DurableRun> runs) {
    Map<QueueName, List<DurableRun>> byQueue = new HashMap<>();
    runs.forEach(run -> byQueue.computeIfAbsent(run.queue(), q -> new ArrayList<>()).add(run));
    byQueue.forEach(
        (queue, all) -> {
          for (int from = 0; from < all.size(); from += SIGNS_AT_ONCE) {
            sign(queue, all.subList(from, Math.min(all.size(), from + SIGNS_AT_ONCE)));
          }
        });
  }

  private void sign(QueueName queue, List<DurableRun> runs) {
    store
        .progress(queue, runs.stream().map(DurableRun::sign).toList())
        .thenAccept(
            unwanted ->
                runs.stream()
                    .filter(run -> unwanted.contains(run.id()))
                    .forEach(DurableRun::cancel));
  }

  /** Checks whether the call of a run is cancelled. */
  void look(DurableRun run) {
    sign(run.queue(), List.of(run));
  }

  /** Forgets queues without steps under way. */
  void forgetIdle() {
    begins.values().forEach(PushBatcher::forgetIdle);
    ends.forgetIdle();
  }

  void close() {
    closed = true;
  }
}
