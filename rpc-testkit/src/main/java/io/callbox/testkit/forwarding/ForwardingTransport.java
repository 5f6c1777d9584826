package io.callbox.testkit.forwarding;

import io.callbox.transport.Backlog;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Forwards all calls to another transport; a subclass overrides some of them. */
public abstract class ForwardingTransport implements Transport {

  private final Transport target;

  /** Forwards to {@code target}. */
  protected ForwardingTransport(Transport target) {
    this.target = target;
  }

  @Override
  public CompletionStage<PushResult> push(
      QueueName queue, List<byte[]> messages, PushOptions admission) {
    return target.push(queue, messages, admission);
  }

  @Override
  public CompletionStage<Boolean> withdraw(QueueName queue, byte[] message) {
    return target.withdraw(queue, message);
  }

  @Override
  public CompletionStage<Boolean> replace(
      QueueName queue, byte[] message, byte @Nullable [] instead) {
    return target.replace(queue, message, instead);
  }

  @Override
  public CompletionStage<Boolean> move(
      QueueName queue, byte[] message, QueueName other, byte[] moved) {
    return target.move(queue, message, other, moved);
  }

  @Override
  public int mostTogether() {
    return target.mostTogether();
  }

  @Override
  public CompletionStage<Backlog> backlog(QueueName queue) {
    return target.backlog(queue);
  }

  @Override
  public CompletionStage<List<byte[]>> waiting(QueueName queue, int from, int messages, int bytes) {
    return target.waiting(queue, from, messages, bytes);
  }

  @Override
  public CompletionStage<Integer> reply(
      QueueName queue, List<ReplyMessage> answers, Duration keep) {
    return target.reply(queue, answers, keep);
  }

  @Override
  public boolean acknowledgesApart() {
    return target.acknowledgesApart();
  }

  @Override
  public CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests) {
    return target.acknowledge(taken, requests);
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues) {
    return target.consume(queues);
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues, Worker holder) {
    return target.consume(queues, holder);
  }

  @Override
  public void signal(QueueName channel, byte[] message) {
    target.signal(channel, message);
  }

  @Override
  public void announce(QueueName channel, byte[] message) {
    target.announce(channel, message);
  }

  @Override
  public Listening listen(QueueName channel, Listener listener) {
    return target.listen(channel, listener);
  }

  @Override
  public CompletionStage<Listening> listenAsync(QueueName channel, Listener listener) {
    return target.listenAsync(channel, listener);
  }

  @Override
  public DeadLetterStore deadLetters() {
    return target.deadLetters();
  }

  @Override
  public LeaseStore leases() {
    return target.leases();
  }

  @Override
  public NodeStore members(Namespace namespace) {
    return target.members(namespace);
  }

  @Override
  public CallStore calls(Namespace namespace) {
    return target.calls(namespace);
  }

  @Override
  public long commandsSent() {
    return target.commandsSent();
  }

  @Override
  public @Nullable String trouble() {
    return target.trouble();
  }

  @Override
  public BrokerClock clock() {
    return target.clock();
  }

  @Override
  public void close() {
    target.close();
  }
}
