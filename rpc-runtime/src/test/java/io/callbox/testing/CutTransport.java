package io.callbox.testing;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Admission;
import io.callbox.transport.Admitted;
import io.callbox.transport.Answer;
import io.callbox.transport.Backlog;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Consumer;
import io.callbox.transport.Delivery;
import io.callbox.transport.Leases;
import io.callbox.transport.Members;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A way to a transport that a test can cut: from then on nothing that its node does has any effect,
 * as if its process had been killed. Does not close the transport.
 */
public final class CutTransport implements Transport {

  private final Transport whole;
  private volatile boolean cut;

  public CutTransport(Transport whole) {
    this.whole = whole;
  }

  public void cut() {
    cut = true;
  }

  private <T extends @Nullable Object> CompletionStage<T> unlessCut(
      Supplier<CompletionStage<T>> step) {
    return cut
        ? CompletableFuture.failedFuture(
            new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, "cut"))
        : step.get();
  }

  @Override
  public CompletionStage<Admitted> push(
      QueueName queue, List<byte[]> messages, Admission admission) {
    return unlessCut(() -> whole.push(queue, messages, admission));
  }

  @Override
  public CompletionStage<Boolean> withdraw(QueueName queue, byte[] message) {
    return unlessCut(() -> whole.withdraw(queue, message));
  }

  @Override
  public CompletionStage<Backlog> backlog(QueueName queue) {
    return unlessCut(() -> whole.backlog(queue));
  }

  @Override
  public CompletionStage<Integer> reply(QueueName queue, List<Answer> answers, Duration keep) {
    return unlessCut(() -> whole.reply(queue, answers, keep));
  }

  @Override
  public CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests) {
    return unlessCut(() -> whole.acknowledge(taken, requests));
  }

  @Override
  public Consumer consume(List<QueueName> queues) {
    return whole.consume(queues);
  }

  @Override
  public Consumer consume(List<QueueName> queues, Worker holder) {
    return whole.consume(queues, holder);
  }

  @Override
  public void signal(QueueName channel, byte[] message) {
    if (!cut) {
      whole.signal(channel, message);
    }
  }

  @Override
  public Listening listen(QueueName channel, Listener listener) {
    return whole.listen(channel, listener);
  }

  @Override
  public Leases leases() {
    return new CutLeases(whole.leases());
  }

  @Override
  public Members members(Namespace namespace) {
    return new CutMembers(whole.members(namespace));
  }

  @Override
  public BrokerClock clock() {
    return whole.clock();
  }

  @Override
  public void close() {}

  private final class CutMembers implements Members {

    private final Members members;

    CutMembers(Members members) {
      this.members = members;
    }

    @Override
    public CompletionStage<Standing> join(Claim claim) {
      return unlessCut(() -> members.join(claim));
    }

    @Override
    public CompletionStage<@Nullable Void> leave(Claim claim) {
      return unlessCut(() -> members.leave(claim));
    }

    @Override
    public CompletionStage<List<Seen>> look() {
      return unlessCut(members::look);
    }

    @Override
    public CompletionStage<Boolean> forget(String node) {
      return unlessCut(() -> members.forget(node));
    }
  }

  private final class CutLeases implements Leases {

    private final Leases leases;

    CutLeases(Leases leases) {
      this.leases = leases;
    }

    @Override
    public CompletionStage<List<Ended>> renew(
        List<QueueName> queues, Worker worker, Duration lease) {
      return unlessCut(() -> leases.renew(queues, worker, lease));
    }

    @Override
    public CompletionStage<@Nullable Void> release(List<QueueName> queues, Worker worker) {
      return unlessCut(() -> leases.release(queues, worker));
    }

    @Override
    public CompletionStage<List<Ended>> ended(QueueName queue) {
      return unlessCut(() -> leases.ended(queue));
    }

    @Override
    public CompletionStage<List<Delivery>> takeOver(Ended ended, Worker heir) {
      return unlessCut(() -> leases.takeOver(ended, heir));
    }

    @Override
    public CompletionStage<Boolean> requeue(Delivery request, int maxDeliveries, byte[] obituary) {
      return unlessCut(() -> leases.requeue(request, maxDeliveries, obituary));
    }

    @Override
    public CompletionStage<@Nullable Void> handBack(Delivery request) {
      return unlessCut(() -> leases.handBack(request));
    }

    @Override
    public CompletionStage<List<Delivery>> held(QueueName queue, Worker worker) {
      return unlessCut(() -> leases.held(queue, worker));
    }

    @Override
    public CompletionStage<@Nullable Void> bury(QueueName queue, byte[] obituary) {
      return unlessCut(() -> leases.bury(queue, obituary));
    }

    @Override
    public CompletionStage<Duration> left(QueueName queue) {
      return unlessCut(() -> leases.left(queue));
    }

    @Override
    public CompletionStage<List<Worker>> providers(QueueName queue) {
      return unlessCut(() -> leases.providers(queue));
    }
  }
}
