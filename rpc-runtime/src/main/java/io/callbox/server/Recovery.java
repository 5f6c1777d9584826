package io.callbox.server;

import io.callbox.log.MessageLog;
import io.callbox.registry.Heartbeat;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.RpcException.Details;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Delivery;
import io.callbox.transport.Leases;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.wire.ErrorBody;
import io.callbox.wire.Obituary;
import io.callbox.wire.RequestId;
import io.callbox.wire.RequestRescue;
import io.callbox.wire.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to the requests of workers that died, and to those that this server holds without knowing
 * it: taken by a command whose answer was lost.
 *
 * <p>What a dead worker held may have run. If its method is idempotent, it goes back to its queue,
 * a bounded number of times; otherwise its caller is told {@code WORKER_LOST}, and it never runs
 * again. What is found in this server's own list without its knowledge has not run, and goes back
 * to its queue, unless it may come from a dead worker.
 *
 * <p>Runs on the heartbeat's thread only, but for its figures.
 */
final class Recovery implements Heartbeat.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final MessageLog DIED = MessageLog.of(LOG, "{} died with {} requests of {}");
  private static final MessageLog FOUND =
      MessageLog.of(LOG, "found a request of {} that was taken unawares");
  private static final int MAX_DELIVERIES = 3;

  /** The next beat must not come too late. */
  private static final int PORTIONS_TO_A_BEAT = 4;

  private final Leases leases;
  private final Worker self;
  private final List<QueueName> queues;
  private final Namespace namespace;
  private final ServiceTable services;
  private final Replies replies;
  private final Holdings holdings;
  private final Strays strays;
  private final BatchSplit batches;

  /** Queues on which the answer to a command that takes over from a dead worker was lost. */
  private final Set<QueueName> unsure = new HashSet<>();

  private final LongAdder redelivered = new LongAdder();
  private final LongAdder givenUp = new LongAdder();

  Recovery(Leases leases, Worker self, List<QueueName> queues, Parties parties) {
    this.leases = leases;
    this.self = self;
    this.queues = queues;
    this.namespace = parties.namespace;
    this.services = parties.services;
    this.replies = parties.replies;
    this.holdings = parties.holdings;
    this.strays = parties.strays;
    this.batches = new BatchSplit(leases, parties.namespace);
  }

  /**
   * Whom a recovery works with.
   *
   * @param namespace tells whose inbox a queue is
   * @param services tells which methods are idempotent
   * @param replies answers callers
   * @param holdings what the server knows that it holds
   * @param strays finds what the server holds and does not know
   */
  record Parties(
      Namespace namespace,
      ServiceTable services,
      Replies replies,
      Holdings holdings,
      Strays strays) {}

  /** How many requests it has put back to be run again. For any thread. */
  long redelivered() {
    return redelivered.sum();
  }

  /** How many requests it has put on dead lists. For any thread. */
  long givenUp() {
    return givenUp.sum();
  }

  @Override
  public void beaten(List<Leases.Ended> ended) {
    replies.forgetIdle();
    for (Leases.Ended lease : ended) {
      takeOver(lease);
    }
    if (strays.isSearchDue()) {
      search();
    }
  }

  /**
   * If a step fails, what it was about may have run, and is seen to when it is found again. What a
   * beat leaves is left to the next, and to others.
   */
  private void takeOver(Leases.Ended ended) {
    boolean newly = unsure.add(ended.queue());
    List<CompletableFuture<?>> seenTo = new ArrayList<>();
    boolean more = true;
    for (int portion = 0; more && portion < PORTIONS_TO_A_BEAT; portion++) {
      List<Delivery> left = left(ended);
      left.forEach(held -> seenTo.addAll(recover(held, ended.worker())));
      more = !left.isEmpty() && !ended.worker().equals(self);
    }
    if (newly) {
      unsure.remove(ended.queue());
    }
    if (!queues.contains(ended.queue())) {
      CompletableFuture.allOf(seenTo.toArray(CompletableFuture<?>[]::new))
          .thenRun(() -> leases.release(List.of(ended.queue()), self));
    }
  }

  /**
   * Of what this server took over from a queue of others: that of which it does not know, as the
   * answer was lost.
   */
  private List<Delivery> left(Leases.Ended ended) {
    if (ended.worker().equals(self)) {
      return Bounded.answer(leases.held(ended.queue(), self, 0)).stream()
          .filter(request -> !holdings.contains(request.message()))
          .toList();
    }
    List<Delivery> left = Bounded.answer(leases.takeOver(ended, self));
    if (!left.isEmpty()) {
      DIED.warn(ended.worker(), left.size(), ended.queue());
    }
    return left;
  }

  private List<CompletableFuture<?>> recover(Delivery held, Worker dead) {
    List<CompletableFuture<?>> seenTo = new ArrayList<>();
    for (Delivery request : batches.requestsOf(held, dead)) {
      seenTo.add(recoverRequest(request, dead));
    }
    return seenTo;
  }

  private CompletableFuture<@Nullable Void> recoverRequest(Delivery request, Worker dead) {
    RequestRescue rescue = rescued(Slice.of(request.message()));
    MethodDescriptor<?> method = methodOf(rescue, request.queue());
    String reason = dead.equals(self) ? "it was lost" : "worker " + dead.name() + " died with it";
    byte[] obituary = Obituary.of(request.message(), reason);
    if (method == null || !method.idempotent()) {
      givenUp.increment();
      holdings.add(request);
      return giveUp(request, rescue, reason + "; it may have run", obituary);
    }
    boolean putBack = Bounded.answer(leases.requeue(request, MAX_DELIVERIES, obituary));
    if (putBack) {
      redelivered.increment();
      return CompletableFuture.completedFuture(null);
    }
    givenUp.increment();
    Delivery buried = new Delivery(request.queue(), request.message(), null);
    return giveUp(buried, rescue, MAX_DELIVERIES + " workers died with it", null);
  }

  /** Of a batch that cannot be taken apart, at least where it is answered. */
  private RequestRescue rescued(Slice message) {
    if (!message.isArray()) {
      return RequestRescue.of(message);
    }
    Answers.Address address = BatchAddress.of(message, namespace);
    return new RequestRescue(RequestId.NULL, "a batch", address.replyTo(), address.from());
  }

  private @Nullable MethodDescriptor<?> methodOf(RequestRescue rescue, QueueName queue) {
    try {
      return services.find(rescue.method(), queue).method();
    } catch (RpcException unknown) {
      return null;
    }
  }

  private CompletableFuture<@Nullable Void> giveUp(
      Delivery request, RequestRescue rescue, String reason, byte @Nullable [] obituary) {
    if (obituary != null) {
      leases.bury(request.queue(), obituary);
    }
    if (rescue.id() == null) {
      return replies.acknowledge(request);
    }
    ErrorBody error =
        new ErrorBody(
            new Details(StatusCode.WORKER_LOST, Executed.UNKNOWN, false),
            rescue.method() + ": " + reason);
    String replyTo = replyTo(request.queue(), rescue.id(), rescue);
    Answers.Address address = new Answers.Address(rescue.id(), replyTo, rescue.from(), 0);
    return replies.send(address, Failures.written(rescue.id(), error), request);
  }

  /** Who called a node by hand waits for that node's answer, whoever gives it. */
  private @Nullable String replyTo(QueueName queue, RequestId id, RequestRescue rescue) {
    String asked = rescue.replyTo();
    if (asked != null && namespace.replyTo(asked, rescue.from()).isPresent()) {
      return asked;
    }
    Optional<String> owner = namespace.ownerOf(queue);
    return owner.isPresent() ? namespace.reply(owner.get(), id.text()).key() : asked;
  }

  private void search() {
    Set<QueueName> searched = new HashSet<>(queues);
    searched.addAll(unsure);
    strays.search(searched).forEach(this::found);
    if (strays.isAllKnown()) {
      unsure.clear();
    }
  }

  /** It has not run, unless it comes from a dead worker by a command whose answer was lost. */
  private void found(Delivery held) {
    FOUND.warn(held.queue());
    if (unsure.contains(held.queue())) {
      recover(held, self);
    } else {
      Bounded.answer(leases.handBack(held));
    }
  }
}
