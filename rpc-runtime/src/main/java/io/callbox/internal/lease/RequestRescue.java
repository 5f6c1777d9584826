package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.wire.DeadLetterEntry;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.Slice;
import io.callbox.log.Printable;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.RpcException.Details;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles one request of a dead worker, or one request whose take had a lost answer.
 *
 * <p>Belongs to the thread beside the heartbeat, except for its figures.
 */
final class RequestRescue {

  private static final Logger LOG = LoggerFactory.getLogger(RequestRescue.class);
  private static final int MAX_DELIVERIES = 3;

  private final LeaseStore leases;
  private final BrokerClock clock;
  private final Worker self;
  private final Namespace namespace;
  private final ServingSide serving;
  private final HeldRequests heldRequests;
  private final DurableLosses durables;

  /** The dead letters that are under way, or were under way at the end of the last wait. */
  private final List<CompletableFuture<@Nullable Void>> letters = new ArrayList<>();

  private final LongAdder redelivered = new LongAdder();
  private final LongAdder givenUp = new LongAdder();

  RequestRescue(Transport transport, Worker self, Recovery.Parties parties) {
    this.leases = transport.leases();
    this.clock = transport.clock();
    this.self = self;
    this.namespace = parties.namespace();
    this.serving = parties.serving();
    this.heldRequests = parties.heldRequests();
    this.durables = parties.durables();
  }

  /** Returns how many requests it has put back into their queues. For any thread. */
  long redelivered() {
    return redelivered.sum();
  }

  /** Returns how many requests it has made dead letters. For any thread. */
  long givenUp() {
    return givenUp.sum();
  }

  /**
   * Handles a request: puts it back into its queue, or gives it up. Completes when its caller has
   * its answer, if it needs one.
   *
   * @throws io.callbox.rpc.RpcException if the broker fails
   */
  CompletableFuture<@Nullable Void> seeTo(Delivery request, Worker dead) {
    if (isDurable(request, dead)) {
      return CompletableFuture.completedFuture(null);
    }
    String reason = reason(dead);
    PartialRequest rescue = rescued(Slice.of(request.message()));
    MethodDescriptor<?> method = serving.methodOf(rescue.method(), request.queue());
    boolean once = method == null || !method.idempotent();
    if (!once && isRequeued(request)) {
      redelivered.increment();
      return CompletableFuture.completedFuture(null);
    }
    givenUp.increment();
    heldRequests.add(request);
    String told = once ? reason + "; it may have run" : MAX_DELIVERIES + " workers died with it";
    return buried(request, dead, reason, once)
        .thenCompose(tried -> answered(request, rescue, told))
        .thenCompose(done -> once ? CompletableFuture.completedFuture(null) : forgotten(request));
  }

  /** Does so once: after a while, the broker forgets by itself how often a request was requeued. */
  private CompletableFuture<@Nullable Void> forgotten(Delivery request) {
    return BrokerRequests.sent(() -> leases.forgetRequeues(request))
        .exceptionally(
            away -> {
              LOG.debug("how often a request came is not forgotten: {}", away.getMessage());
              return null;
            });
  }

  private boolean isRequeued(Delivery request) {
    long number = leases.nextReturn(request.queue());
    return BrokerRequests.await(
        () -> leases.requeue(request, MAX_DELIVERIES, number),
        BrokerRequests.BOUND,
        "recovery goes on later");
  }

  /**
   * Makes the request a dead letter. The request stays held until its dead letter is stored, so it
   * is in one place at least; or until the first attempt has failed or is late. Then its caller is
   * answered, though the letter is put again.
   */
  private CompletableFuture<@Nullable Void> buried(
      Delivery request, Worker last, String reason, boolean once) {
    int attempts = once ? 1 : MAX_DELIVERIES;
    byte[] entry =
        new DeadLetterEntry(
                reason, clock.millis(), attempts, last.name(), once, null, request.message())
            .write();
    long number = leases.nextDeadLetter(request.queue(), self);
    CompletableFuture<@Nullable Void> tried =
        serving.deadLetter(() -> leases.deadLetter(request.queue(), self, number, entry));
    letters.add(tried);
    return tried;
  }

  /**
   * Waits for the dead letters that are under way, so that there are few at a time. Returns false
   * if they are still under way after a while; the caller then goes on later.
   */
  boolean awaitDeadLetters() {
    letters.removeIf(CompletableFuture::isDone);
    try {
      BrokerRequests.awaitAll(letters, BrokerRequests.BOUND, "dead letters are under way");
      return true;
    } catch (RpcException late) {
      LOG.debug("recovery goes on later: {}", late.getMessage());
      return false;
    }
  }

  /** Handles a request if it is durable. Returns whether it is. */
  boolean isDurable(Delivery request, Worker dead) {
    CallStore.Recovered recovered = durables.recover(request, dead, reason(dead));
    if (recovered == null) {
      return false;
    }
    switch (recovered) {
      case REQUEUED, AGAIN -> redelivered.increment();
      case FAILED -> givenUp.increment();
      default -> {} // it is handled
    }
    return true;
  }

  private String reason(Worker dead) {
    return dead.equals(self) ? "it was lost" : "worker " + dead.name() + " died with it";
  }

  /**
   * Reads a request as far as possible. For a batch that cannot be split, returns at least its
   * reply list.
   */
  private PartialRequest rescued(Slice message) {
    if (!message.isArray()) {
      return PartialRequest.of(message);
    }
    PartialRequest address = serving.addressOf(message);
    return new PartialRequest(RequestId.NULL, "a batch", address.replyTo(), address.from());
  }

  private CompletableFuture<@Nullable Void> answered(
      Delivery request, PartialRequest rescue, String reason) {
    if (rescue.id() == null) {
      return serving.acknowledge(request);
    }
    ErrorBody error =
        new ErrorBody(
            new Details(StatusCode.WORKER_LOST, Executed.UNKNOWN, false),
            Printable.of(rescue.method()) + ": " + reason);
    String replyTo = replyTo(request.queue(), rescue.id(), rescue);
    PartialRequest address =
        new PartialRequest(rescue.id(), rescue.method(), replyTo, rescue.from());
    return serving.fail(request, address, error);
  }

  /**
   * Returns the reply list of a request. A person who called a node by hand waits on that node's
   * reply list, even if another node answers.
   */
  private @Nullable String replyTo(QueueName queue, RequestId id, PartialRequest rescue) {
    String asked = rescue.replyTo();
    if (asked != null && namespace.mayAnswerOn(asked, rescue.from())) {
      return asked;
    }
    Optional<String> owner = namespace.ownerOf(queue);
    return owner.isPresent() ? namespace.reply(owner.get(), id.text()).key() : asked;
  }
}
