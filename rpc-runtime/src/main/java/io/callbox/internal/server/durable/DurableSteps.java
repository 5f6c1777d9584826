package io.callbox.internal.server.durable;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.failure.StageFailure;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a server on the records of its durable calls: many at a time for one queue, and
 * repeated while the broker is away. Safe for use by many threads.
 */
final class DurableSteps {

  private static final int SIGNS_AT_ONCE = 256;

  private final CallStore store;
  private final BeginSteps begins;
  private final EndSteps ends;

  /**
   * Creates it.
   *
   * @param executor runs implementations
   */
  DurableSteps(
      CallStore store,
      ResponseSender replies,
      TaskScheduler later,
      UnconfirmedBegins unconfirmed,
      Executor executor) {
    this.store = store;
    this.begins = new BeginSteps(store, later, unconfirmed, executor);
    this.ends = new EndSteps(store, replies);
  }

  /** Begins a run, as {@link BeginSteps} does. */
  void begin(DurableRun run, BeginSteps.Starter starter) {
    begins.begin(run, starter);
  }

  /** Ends a run and acknowledges its request, as {@link EndSteps} does. */
  CompletableFuture<@Nullable Void> end(RunEnd end) {
    return ends.end(end);
  }

  /** Returns whether the broker refuses a step for good, because a script finds unexpected data. */
  static boolean isRefused(Throwable failure) {
    return StageFailure.cause(failure) instanceof RpcException refused
        && refused.code() == StatusCode.INTERNAL;
  }

  /** Returns the reason why a step has failed, in words for a user. */
  static String reason(Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    String message = cause instanceof RpcException ? cause.getMessage() : null;
    return message == null ? cause.toString() : message;
  }

  /** Returns the list that holds a request. The steps for one list leave together. */
  static QueueName taken(Delivery delivery) {
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
    begins.forgetIdle();
    ends.forgetIdle();
  }

  void close() {
    begins.close();
  }
}
