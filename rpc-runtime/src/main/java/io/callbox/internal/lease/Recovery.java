package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.log.MessageLog;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the requests of workers that died, and requests that this server holds without knowing
 * it, because the answer to a take was lost.
 *
 * <p>A request of a dead worker may have run. If its method is idempotent, the request goes back to
 * its queue, a bounded number of times. Otherwise its caller receives {@code WORKER_LOST}, and it
 * never runs again. An unknown request in this server's own list has not run, and goes back to its
 * queue, unless it may come from a dead worker.
 *
 * <p>Runs only on the thread beside the heartbeat, except for its figures.
 */
public final class Recovery implements Heartbeat.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final MessageLog DIED = MessageLog.of(LOG, "{} died with {} requests of {}");
  private static final MessageLog FOUND =
      MessageLog.of(LOG, "found a request of {} that was taken unawares");

  /** The maximum number of portions in one beat, so that the next beat is not late. */
  private static final int PORTIONS_TO_A_BEAT = 4;

  private final LeaseStore leases;
  private final Worker self;
  private final Supplier<List<QueueName>> queues;
  private final ServingSide serving;
  private final HeldRequests heldRequests;
  private final Heartbeat heartbeat;
  private final OrphanScanner orphans;
  private final OrphanReturns returns;
  private final BatchSplit batches;
  private final RequestRescue rescue;

  /** The queues for which the answer to a take-over from a dead worker was lost. */
  private final Set<QueueName> unsure = new HashSet<>();

  /** The inboxes of dead nodes that still contain requests that other nodes handed over to them. */
  private final Set<QueueName> inboxes = new LinkedHashSet<>();

  /**
   * Creates a recovery that has seen no deaths.
   *
   * @param self the worker that takes over
   * @param queues returns the queues that it consumes now
   */
  public Recovery(
      Transport transport, Worker self, Supplier<List<QueueName>> queues, Parties parties) {
    this.leases = transport.leases();
    this.self = self;
    this.queues = queues;
    this.serving = parties.serving;
    this.heldRequests = parties.heldRequests;
    this.heartbeat = parties.heartbeat;
    this.orphans = new OrphanScanner(transport, self, heldRequests, parties.unanswered);
    this.returns = new OrphanReturns(leases);
    this.batches = new BatchSplit(leases, parties.namespace, serving);
    this.rescue = new RequestRescue(transport, self, parties);
  }

  /**
   * The collaborators of a recovery.
   *
   * @param namespace knows the node of an inbox
   * @param serving knows methods, and answers callers
   * @param durables handles durable requests
   * @param heldRequests the requests that the server knows it holds
   * @param unanswered returns the number of commands without an answer that may have taken requests
   * @param heartbeat knows for which queues the broker has answered lately, and has their leases
   */
  public record Parties(
      Namespace namespace,
      ServingSide serving,
      DurableLosses durables,
      HeldRequests heldRequests,
      LongSupplier unanswered,
      Heartbeat heartbeat) {}

  /** Returns how many requests it has put back into their queues. For any thread. */
  public long redelivered() {
    return rescue.redelivered();
  }

  /** Returns how many requests it has made dead letters. For any thread. */
  public long givenUp() {
    return rescue.givenUp();
  }

  @Override
  public void beaten(List<LeaseStore.Ended> ended) {
    for (LeaseStore.Ended lease : ended) {
      if (!rescue.awaitDeadLetters()) {
        return;
      }
      try {
        takeOver(lease);
      } catch (RpcException away) {
        LOG.debug("{} is seen to later: {}", lease, away.getMessage());
      }
    }
    if (orphans.isSearchDue()) {
      search();
      inboxes.stream().findFirst().ifPresent(this::putBackLater);
    }
  }

  /**
   * Notes that an inbox is to be emptied later. If the node is back, it serves these requests
   * itself.
   */
  private void putBackLater(QueueName inbox) {
    inboxes.remove(inbox);
    try {
      if (await(() -> leases.providers(inbox)).isEmpty()) {
        putBack(inbox);
      }
    } catch (RpcException away) {
      LOG.debug("{} is seen to later: {}", inbox, away.getMessage());
      inboxes.add(inbox);
    }
  }

  /**
   * Puts requests in an inbox back. If some are left, the inbox waits until the others had their
   * turn.
   */
  private void putBack(QueueName inbox) {
    inboxes.remove(inbox);
    if (!serving.putBack(inbox)) {
      inboxes.add(inbox);
    }
  }

  /**
   * If a step fails, its request may have run, and is handled when it is found again. The rest of a
   * beat is left to the next beat and to other workers.
   */
  private void takeOver(LeaseStore.Ended ended) {
    boolean newly = unsure.add(ended.queue());
    List<CompletableFuture<?>> seenTo = new ArrayList<>();
    boolean more = true;
    for (int portion = 0; more && portion < PORTIONS_TO_A_BEAT; portion++) {
      List<Delivery> left = left(ended);
      left.forEach(held -> seenTo.addAll(recover(held, ended.worker())));
      more = !left.isEmpty() && !ended.worker().equals(self) && rescue.awaitDeadLetters();
    }
    if (newly) {
      unsure.remove(ended.queue());
    }
    if (!queues.get().contains(ended.queue())) {
      putBack(ended.queue());
      CompletableFuture.allOf(seenTo.toArray(CompletableFuture<?>[]::new))
          .thenRun(() -> heartbeat.releaseUnlessHeld(ended.queue()));
    }
  }

  /**
   * Returns requests that this server took over from another queue without knowing it, because the
   * answer was lost.
   */
  private List<Delivery> left(LeaseStore.Ended ended) {
    if (ended.worker().equals(self)) {
      return await(() -> leases.held(ended.queue(), self, 0)).stream()
          .filter(request -> !heldRequests.contains(request.message()))
          .toList();
    }
    List<Delivery> left = await(() -> leases.takeOver(ended, self));
    if (!left.isEmpty()) {
      DIED.warn(ended.worker(), left.size(), ended.queue());
    }
    return left;
  }

  private List<CompletableFuture<?>> recover(Delivery held, Worker dead) {
    List<CompletableFuture<?>> seenTo = new ArrayList<>();
    for (Delivery request : batches.requestsOf(held, dead)) {
      seenTo.add(rescue.seeTo(request, dead));
    }
    return seenTo;
  }

  private void search() {
    Set<QueueName> searched = new HashSet<>(queues.get());
    searched.addAll(unsure);
    // requests on a master that is away are found when it is back
    searched.removeIf(heartbeat.lasts().negate());
    for (Delivery held : orphans.search(searched)) {
      try {
        found(held);
      } catch (RpcException refused) { // the request is found again
        if (refused.code() != StatusCode.INTERNAL) {
          throw refused; // the other requests would be refused, too
        }
        LOG.debug("a request of {} is seen to later: {}", held.queue(), refused.getMessage());
      }
    }
    if (orphans.isAllKnown()) {
      unsure.removeAll(searched);
    }
  }

  /**
   * Handles a request that was held without being known. It has not run, unless it comes from a
   * dead worker and the answer to the take-over was lost.
   */
  private void found(Delivery held) {
    FOUND.warn(held.queue());
    if (rescue.isDurable(held, self)) { // its record says whether it has run
      return;
    }
    if (unsure.contains(held.queue())) {
      recover(held, self);
    } else {
      returns.putBack(held);
    }
  }

  private static <T extends @Nullable Object> T await(Supplier<CompletionStage<T>> request) {
    return BrokerRequests.await(request, BrokerRequests.BOUND, "recovery goes on later");
  }
}
