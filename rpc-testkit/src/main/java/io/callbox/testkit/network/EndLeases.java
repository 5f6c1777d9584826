package io.callbox.testkit.network;

import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Leases as one node reaches them. */
final class EndLeases implements LeaseStore {

  private final LeaseStore broker;
  private final EndTransport transport;

  EndLeases(LeaseStore broker, EndTransport transport) {
    this.broker = broker;
    this.transport = transport;
  }

  @Override
  public List<List<QueueName>> parts(List<QueueName> queues) {
    return broker.parts(queues);
  }

  @Override
  public CompletionStage<List<Ended>> renew(List<QueueName> queues, Worker worker, Duration lease) {
    long end = transport.clock().nanoTime() + lease.toNanos();
    return transport.reaching(
        List.of(),
        () ->
            broker
                .renew(queues, worker, lease)
                .whenComplete(
                    (ended, failure) -> {
                      if (failure == null) {
                        transport.end.renewed(end);
                      }
                    }));
  }

  @Override
  public CompletionStage<@Nullable Void> release(List<QueueName> queues, Worker worker) {
    return transport.done(() -> broker.release(queues, worker));
  }

  @Override
  public CompletionStage<List<Ended>> ended(QueueName queue) {
    return transport.reaching(List.of(), () -> broker.ended(queue));
  }

  @Override
  public CompletionStage<List<Delivery>> takeOver(Ended ended, Worker heir) {
    return transport.reaching(List.of(), () -> broker.takeOver(ended, heir));
  }

  @Override
  public CompletionStage<Boolean> requeue(Delivery request, int maxDeliveries, long number) {
    return transport.reaching(true, () -> broker.requeue(request, maxDeliveries, number));
  }

  @Override
  public CompletionStage<@Nullable Void> forgetRequeues(Delivery request) {
    return transport.done(() -> broker.forgetRequeues(request));
  }

  @Override
  public long nextReturn(QueueName queue) {
    return broker.nextReturn(queue);
  }

  @Override
  public CompletionStage<@Nullable Void> returnToQueue(Delivery request, long number) {
    transport.end.answered(request);
    return transport.done(() -> broker.returnToQueue(request, number));
  }

  @Override
  public CompletionStage<List<Delivery>> split(Delivery batch, List<byte[]> members) {
    return transport.reaching(List.of(), () -> broker.split(batch, members));
  }

  @Override
  public CompletionStage<List<Delivery>> held(QueueName queue, Worker worker, int from, int most) {
    return transport.reaching(List.of(), () -> broker.held(queue, worker, from, most));
  }

  @Override
  public CompletionStage<@Nullable Void> abandon(QueueName queue, List<Worker> workers) {
    return transport.done(() -> broker.abandon(queue, workers));
  }

  @Override
  public long nextDeadLetter(QueueName queue, Worker worker) {
    return broker.nextDeadLetter(queue, worker);
  }

  @Override
  public CompletionStage<@Nullable Void> deadLetter(
      QueueName queue, Worker worker, long number, byte[] deadLetter) {
    return transport.done(() -> broker.deadLetter(queue, worker, number, deadLetter));
  }

  @Override
  public CompletionStage<Duration> left(QueueName queue) {
    return transport.reaching(Duration.ofMillis(-1), () -> broker.left(queue));
  }

  @Override
  public CompletionStage<Boolean> claim(
      QueueName queue, String request, String claimant, Duration window) {
    return transport.reaching(false, () -> broker.claim(queue, request, claimant, window));
  }

  @Override
  public CompletionStage<List<Worker>> providers(QueueName queue) {
    return transport.reaching(List.of(), () -> broker.providers(queue));
  }
}
