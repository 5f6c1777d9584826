package io.callbox.testkit.network;

import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network in lockstep as one node sees it: each answer reaches the node in its turn. Safe for use
 * by many threads.
 */
final class StepTransport extends ForwardingTransport {

  private final EndTransport plain;
  private final NodeWork work;

  StepTransport(EndTransport plain, NodeWork work) {
    super(plain);
    this.plain = plain;
    this.work = work;
  }

  @Override
  public CompletionStage<PushResult> push(
      QueueName queue, List<byte[]> messages, PushOptions admission) {
    CompletableFuture<PushResult> pushed = new CompletableFuture<>();
    plain
        .push(queue, messages, admission)
        .whenComplete(
            (admitted, failure) -> {
              if (failure != null) {
                work.later(
                    delay(messages.get(0), true), () -> pushed.completeExceptionally(failure));
              } else if (admitted.refusal() != null) {
                work.later(delay(messages.get(0), false), () -> pushed.complete(admitted));
              } else {
                pushed.complete(admitted);
              }
            });
    return pushed;
  }

  private Duration delay(byte[] message, boolean unreachable) {
    CallKey call = CallKey.of(work.end.node(), Envelope.of(message).id());
    Fates fates = plain.network.fates();
    return unreachable
        ? fates.unreachable(plain.network.topology.between(work.end.node(), null), call)
        : fates.ofStep(call);
  }

  /** A cancelled call ends when this is known, one call after the other. */
  @Override
  public CompletionStage<Boolean> withdraw(QueueName queue, byte[] message) {
    CompletableFuture<Boolean> withdrawn = new CompletableFuture<>();
    work.withdraw(
        delay(message, false),
        () ->
            plain
                .withdraw(queue, message)
                .whenComplete((done, failure) -> end(withdrawn, done, failure)));
    return withdrawn;
  }

  @Override
  public CompletionStage<Integer> reply(
      QueueName queue, List<ReplyMessage> answers, Duration keep) {
    List<Delivery> requests = answers.stream().map(ReplyMessage::request).toList();
    return answered(requests, () -> plain.reply(queue, answers, keep));
  }

  @Override
  public CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests) {
    return answered(requests, () -> plain.acknowledge(taken, requests));
  }

  private <T extends @Nullable Object> CompletionStage<T> answered(
      List<Delivery> requests, Supplier<CompletionStage<T>> answer) {
    CompletableFuture<T> answered = new CompletableFuture<>();
    answer
        .get()
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                requests.forEach(work.end::answered);
                end(answered, done, null);
              } else {
                Duration delay = delay(requests.get(0).message(), true);
                work.later(delay, () -> answered.completeExceptionally(failure));
              }
            });
    return answered;
  }

  @SuppressWarnings("NullAway") // a stage without a failure has a result, which may be null
  private static <T extends @Nullable Object> void end(
      CompletableFuture<T> future, T done, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(done);
    } else {
      future.completeExceptionally(failure);
    }
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues) {
    return inTurn(plain.consume(queues), queues);
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues, Worker holder) {
    return inTurn(plain.consume(queues, holder), queues);
  }

  private QueueConsumer inTurn(QueueConsumer consumer, List<QueueName> queues) {
    StepConsumer inTurn = new StepConsumer(consumer, queues, work);
    work.add(inTurn);
    return inTurn;
  }

  @Override
  public BrokerClock clock() {
    return work.clock;
  }
}
