package io.callbox.internal.server.durable;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.transport.CallStore;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The steps that end runs of durable calls: many at a time of one list of taken requests, and
 * repeated while the broker is away. Safe for use by many threads.
 */
final class EndSteps {

  private final CallStore store;
  private final ResponseSender replies;
  private final PushBatcher<QueueName, End> batcher =
      new PushBatcher<>((taken, batch) -> end(batch));

  EndSteps(CallStore store, ResponseSender replies) {
    this.store = store;
    this.replies = replies;
  }

  /** A run to end. */
  private interface End extends PushBatcher.Message {

    RunEnd run();

    @Override
    default int bytes() {
      return run().outcome().length + run().delivery().message().length;
    }
  }

  /** A run that ends at the first attempt; almost all runs do. */
  private final class FirstEnd implements End {

    private final RunEnd run;
    private final CompletableFuture<@Nullable Void> finished = new CompletableFuture<>();

    FirstEnd(RunEnd run) {
      this.run = run;
    }

    @Override
    public RunEnd run() {
      return run;
    }

    @Override
    public void pushed() {
      replies.left(run.delivery());
      finished.complete(null);
    }

    @Override
    public void notPushed(Throwable reason) {
      endAgain(run, reason).thenRun(() -> finished.complete(null));
    }
  }

  /** A run whose first attempt to end has failed. */
  private static final class NextEnd extends PushBatcher.Awaited implements End {

    private final RunEnd run;

    NextEnd(RunEnd run) {
      this.run = run;
    }

    @Override
    public RunEnd run() {
      return run;
    }
  }

  /**
   * Ends a run and acknowledges its request, as soon as the broker is reachable. If the broker
   * refuses the record, the request stays held, as if its run could not begin.
   */
  CompletableFuture<@Nullable Void> end(RunEnd end) {
    FirstEnd first = new FirstEnd(end);
    batcher.push(DurableSteps.taken(end.delivery()), first);
    return first.finished;
  }

  private CompletionStage<PushResult> end(List<End> batch) {
    List<RunEnd> ends = new ArrayList<>(batch.size());
    batch.forEach(each -> ends.add(each.run()));
    return endAll(ends).thenApply(done -> PushResult.ALL);
  }

  private CompletionStage<@Nullable Void> endAll(List<RunEnd> ends) {
    return store.end(ends.get(0).delivery().queue(), ends);
  }

  /** Repeats the end of a run, after the first attempt has failed for this reason. */
  private CompletableFuture<@Nullable Void> endAgain(RunEnd end, Throwable reason) {
    AtomicReference<@Nullable Throwable> first = new AtomicReference<>(reason);
    return replies.untilDone(
        end.delivery(),
        () -> {
          Throwable before = first.getAndSet(null);
          return aloneIfRefused(
              before == null ? withOthers(end) : CompletableFuture.failedFuture(before), end);
        });
  }

  private CompletableFuture<@Nullable Void> withOthers(RunEnd end) {
    NextEnd next = new NextEnd(end);
    batcher.push(DurableSteps.taken(end.delivery()), next);
    return next.end;
  }

  /**
   * Ends a run by itself if the broker has refused its batch, because perhaps only one run of the
   * batch has an invalid record.
   */
  private CompletableFuture<@Nullable Void> aloneIfRefused(
      CompletableFuture<@Nullable Void> together, RunEnd end) {
    return together.exceptionallyCompose(
        failure ->
            DurableSteps.isRefused(failure)
                ? endAll(List.of(end))
                : CompletableFuture.failedFuture(failure));
  }

  /** Forgets queues without steps under way. */
  void forgetIdle() {
    batcher.forgetIdle();
  }
}
