package io.callbox.testkit.network;

import io.callbox.annotation.Sync;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.LostRequest;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import io.callbox.transport.Submission;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records of durable calls as one node reaches them. A deleted node never receives an answer
 * that would make it run a call.
 */
final class EndCalls implements CallStore {

  private static final Moved NOTHING_DUE = new Moved(0, -1);

  private final CallStore broker;
  private final EndTransport transport;

  EndCalls(CallStore broker, EndTransport transport) {
    this.broker = broker;
    this.transport = transport;
  }

  @Override
  public CompletionStage<List<Submitted>> submit(
      QueueName queue, List<Submission> calls, PushOptions options) {
    return reaching(() -> broker.submit(queue, calls, options));
  }

  @Override
  public CompletionStage<Synced> submit(
      QueueName queue, List<Submission> calls, PushOptions options, Sync sync, Duration bound) {
    return reaching(() -> broker.submit(queue, calls, options, sync, bound));
  }

  @Override
  public CompletionStage<List<Begun>> begin(QueueName queue, List<RunBegin> beginnings) {
    return reaching(() -> broker.begin(queue, beginnings));
  }

  @Override
  public CompletionStage<List<Begun>> begin(
      QueueName queue, List<RunBegin> beginnings, Sync sync, Duration bound) {
    return reaching(() -> broker.begin(queue, beginnings, sync, bound));
  }

  @Override
  public CompletionStage<@Nullable Void> end(QueueName queue, List<RunEnd> ends) {
    return transport.done(
        () -> {
          ends.forEach(each -> transport.end.answered(each.delivery()));
          return broker.end(queue, ends);
        });
  }

  @Override
  public CompletionStage<Recovered> recover(LostRequest loss) {
    return reaching(() -> broker.recover(loss));
  }

  @Override
  public CompletionStage<Moved> moveDue(QueueName queue) {
    return transport.reaching(NOTHING_DUE, () -> broker.moveDue(queue));
  }

  @Override
  public CompletionStage<List<@Nullable CallRecord>> read(
      QueueName queue, List<String> ids, boolean withResult) {
    return reaching(() -> broker.read(queue, ids, withResult));
  }

  @Override
  public CompletionStage<List<@Nullable CallRecord>> outcomes(QueueName queue, List<String> ids) {
    return reaching(() -> broker.outcomes(queue, ids));
  }

  @Override
  public CompletionStage<@Nullable String> cancel(QueueName queue, String id) {
    return reaching(() -> broker.cancel(queue, id));
  }

  @Override
  public CompletionStage<List<String>> progress(QueueName queue, List<Sign> signs) {
    return transport.reaching(List.of(), () -> broker.progress(queue, signs));
  }

  @Override
  public CompletionStage<Integer> count(QueueName queue) {
    return transport.reaching(0, () -> broker.count(queue));
  }

  @Override
  public CompletionStage<List<String>> list(QueueName queue, int from, int most) {
    return transport.reaching(List.of(), () -> broker.list(queue, from, most));
  }

  @Override
  public CompletionStage<List<String>> newest(QueueName queue, int from, int most) {
    return transport.reaching(List.of(), () -> broker.newest(queue, from, most));
  }

  @Override
  public CompletionStage<Integer> forget(QueueName queue, List<String> ids) {
    return transport.reaching(0, () -> broker.forget(queue, ids));
  }

  private <T extends @Nullable Object> CompletionStage<T> reaching(
      Supplier<CompletionStage<T>> step) {
    return transport.reachingOrSilent(step);
  }
}
