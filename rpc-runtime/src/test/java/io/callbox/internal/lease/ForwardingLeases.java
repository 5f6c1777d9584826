package io.callbox.internal.lease;

import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Forwards all calls to other leases; a subclass overrides some of them. */
public class ForwardingLeases implements LeaseStore {

  protected final LeaseStore target;

  protected ForwardingLeases(LeaseStore target) {
    this.target = target;
  }

  @Override
  public List<List<QueueName>> parts(List<QueueName> queues) {
    return target.parts(queues);
  }

  @Override
  public CompletionStage<List<Ended>> renew(List<QueueName> queues, Worker worker, Duration lease) {
    return target.renew(queues, worker, lease);
  }

  @Override
  public CompletionStage<@Nullable Void> release(List<QueueName> queues, Worker worker) {
    return target.release(queues, worker);
  }

  @Override
  public CompletionStage<List<Ended>> ended(QueueName queue) {
    return target.ended(queue);
  }

  @Override
  public CompletionStage<List<Delivery>> takeOver(Ended ended, Worker heir) {
    return target.takeOver(ended, heir);
  }

  @Override
  public CompletionStage<Boolean> requeue(Delivery request, int maxDeliveries, long number) {
    return target.requeue(request, maxDeliveries, number);
  }

  @Override
  public CompletionStage<@Nullable Void> forgetRequeues(Delivery request) {
    return target.forgetRequeues(request);
  }

  @Override
  public long nextReturn(QueueName queue) {
    return target.nextReturn(queue);
  }

  @Override
  public CompletionStage<@Nullable Void> returnToQueue(Delivery request, long number) {
    return target.returnToQueue(request, number);
  }

  @Override
  public CompletionStage<List<Delivery>> split(Delivery batch, List<byte[]> members) {
    return target.split(batch, members);
  }

  @Override
  public CompletionStage<List<Delivery>> held(QueueName queue, Worker worker, int from, int most) {
    return target.held(queue, worker, from, most);
  }

  @Override
  public CompletionStage<@Nullable Void> abandon(QueueName queue, List<Worker> workers) {
    return target.abandon(queue, workers);
  }

  @Override
  public long nextDeadLetter(QueueName queue, Worker worker) {
    return target.nextDeadLetter(queue, worker);
  }

  @Override
  public CompletionStage<@Nullable Void> deadLetter(
      QueueName queue, Worker worker, long number, byte[] deadLetter) {
    return target.deadLetter(queue, worker, number, deadLetter);
  }

  @Override
  public CompletionStage<Boolean> claim(
      QueueName queue, String request, String claimant, Duration window) {
    return target.claim(queue, request, claimant, window);
  }

  @Override
  public CompletionStage<List<Worker>> providers(QueueName queue) {
    return target.providers(queue);
  }

  @Override
  public CompletionStage<Duration> left(QueueName queue) {
    return target.left(queue);
  }
}
