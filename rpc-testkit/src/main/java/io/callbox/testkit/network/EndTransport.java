package io.callbox.testkit.network;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The network as one node sees it. Safe for use by many threads. */
final class EndTransport implements Transport {

  final SimulatedNetwork network;
  final NodeLink end;

  EndTransport(SimulatedNetwork network, NodeLink end) {
    this.network = network;
    this.end = end;
  }

  @Override
  public CompletionStage<PushResult> push(
      QueueName queue, List<byte[]> messages, PushOptions admission) {
    return reaching(
        PushResult.ALL, () -> network.requests.push(end.node(), queue, messages, admission));
  }

  @Override
  public CompletionStage<Boolean> withdraw(QueueName queue, byte[] message) {
    return reaching(
        false,
        () ->
            network
                .broker
                .withdraw(queue, message)
                .whenComplete(
                    (there, failure) -> network.meter.busy(failure == null && there ? -1 : 0)));
  }

  /** Each request has its own fate, so requests travel one by one. */
  @Override
  public int mostTogether() {
    return 1;
  }

  @Override
  public CompletionStage<Boolean> replace(
      QueueName queue, byte[] message, byte @Nullable [] instead) {
    return reaching(false, () -> network.broker.replace(queue, message, instead));
  }

  @Override
  public CompletionStage<Boolean> move(
      QueueName queue, byte[] message, QueueName other, byte[] moved) {
    return reaching(false, () -> network.broker.move(queue, message, other, moved));
  }

  @Override
  public CompletionStage<Backlog> backlog(QueueName queue) {
    return reaching(new Backlog(0, null), () -> network.broker.backlog(queue));
  }

  @Override
  public CompletionStage<List<byte[]>> waiting(QueueName queue, int from, int messages, int bytes) {
    return reaching(List.of(), () -> network.broker.waiting(queue, from, messages, bytes));
  }

  @Override
  public CompletionStage<Integer> reply(
      QueueName queue, List<ReplyMessage> answers, Duration keep) {
    return reaching(answers.size(), () -> network.replies.reply(end.node(), queue, answers, keep));
  }

  @Override
  public CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests) {
    return done(
        () -> {
          network.meter.busy(-requests.size());
          return network.broker.acknowledge(taken, requests);
        });
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues) {
    return at(network.broker.consume(queues));
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues, Worker holder) {
    return at(network.broker.consume(queues, holder));
  }

  private QueueConsumer at(QueueConsumer broker) {
    end.add(broker);
    return new NetworkConsumer(broker, this);
  }

  @Override
  public void signal(QueueName channel, byte[] message) {
    if (end.isEnabled()) {
      network.broker.signal(channel, message);
    }
  }

  @Override
  public Listening listen(QueueName channel, Listener listener) {
    return network.broker.listen(
        channel,
        message -> {
          if (end.isEnabled()) {
            listener.signalled(message);
          }
        });
  }

  @Override
  public LeaseStore leases() {
    return new EndLeases(network.broker.leases(), this);
  }

  @Override
  public DeadLetterStore deadLetters() {
    return new EndDeadLetters(network.broker.deadLetters(), this);
  }

  @Override
  public NodeStore members(Namespace namespace) {
    return new EndNodes(network.broker.members(namespace), this);
  }

  @Override
  public CallStore calls(Namespace namespace) {
    return new EndCalls(network.broker.calls(namespace), this);
  }

  @Override
  public BrokerClock clock() {
    return network.broker.clock();
  }

  /** The broker belongs to the code that made it. */
  @Override
  public void close() {}

  /**
   * Runs a step at the broker, or fails if the broker is out of reach; a deleted node receives no
   * answer.
   */
  <T extends @Nullable Object> CompletionStage<T> reaching(
      T ifDeleted, Supplier<CompletionStage<T>> step) {
    if (end.isEnabled()) {
      return step.get();
    }
    return end.isDeleted() ? CompletableFuture.completedFuture(ifDeleted) : unreachable();
  }

  /** The same for a step without a result. */
  @SuppressWarnings("NullAway") // null is the only value of Void
  CompletionStage<@Nullable Void> done(Supplier<CompletionStage<@Nullable Void>> step) {
    return reaching(null, step);
  }

  /** Does the same for a step whose answer a deleted node never receives. */
  <T extends @Nullable Object> CompletionStage<T> reachingOrSilent(
      Supplier<CompletionStage<T>> step) {
    if (end.isEnabled()) {
      return step.get();
    }
    return end.isDeleted() ? new CompletableFuture<>() : unreachable();
  }

  private <T extends @Nullable Object> CompletionStage<T> unreachable() {
    CompletableFuture<T> failed = new CompletableFuture<>();
    RpcException failure =
        new RpcException(
            StatusCode.UNAVAILABLE,
            Executed.UNKNOWN,
            end.node() + " is cut off the simulated network");
    afterAWhile(() -> failed.completeExceptionally(failure));
    return failed;
  }

  /**
   * Runs a task after a while. In lockstep, it runs at once, because the receiver of the answer
   * schedules it.
   */
  private void afterAWhile(Runnable task) {
    if (network.lockstep != null) {
      task.run();
      return;
    }
    CallKey attempt = new CallKey(end.node(), network.refusals.incrementAndGet());
    Duration delay =
        network.fates().unreachable(network.topology.between(end.node(), null), attempt);
    if (delay.isZero()) {
      task.run();
    } else {
      network.timers.after(delay, task);
    }
  }
}
