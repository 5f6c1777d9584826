package io.callbox.internal.registry;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.lease.Heartbeat;
import io.callbox.internal.lease.NodeCard;
import io.callbox.internal.wire.StartHint;
import io.callbox.log.Printable;
import io.callbox.registry.NodeInfo;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.NodeStore.Claim;
import io.callbox.transport.NodeStore.Competitor;
import io.callbox.transport.NodeStore.JoinResult;
import io.callbox.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's own card: the node writes it at its start, renews it with each heartbeat, and deletes it
 * at its end.
 *
 * <p>If two processes use one id, the second is refused as soon as it is sure that the first is
 * alive: the first has renewed its card. The second knows that the first is dead when the lease of
 * the first ends, or when both run on one machine and the first process no longer exists. Until
 * then it waits, at most for the rest of a lease.
 *
 * <p>Only one thread at a time may call {@link #start} and {@link #renew}; all other methods are
 * safe for use by many threads.
 */
final class Registration implements NodeCard {

  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
  private static final int LOOKS_TO_A_LEASE = 20;
  private static final Duration END_BOUND = Duration.ofSeconds(3);
  private static final CompletionStage<@Nullable Void> NOTHING_TO_UNDO =
      CompletableFuture.completedFuture(null);

  private final NodeStore store;
  private final NodeEvents events;
  private final BrokerClock clock;
  private final Claim claim;
  private final PausedServices paused;
  private final SpreadServices spread;
  private final StartHint started;

  /**
   * Set when the node has left. Guard against race between a join that is under way and leaving:
   * the later of the two deletes the card.
   */
  private volatile boolean left;

  private volatile @Nullable String trouble;
  private volatile long unsteadyUntilNanos = Long.MIN_VALUE;

  Registration(Transport transport, Namespace namespace, Claim claim, StartHint started) {
    this.store = transport.members(namespace);
    this.events = new NodeEvents(transport, namespace.nodeEvents());
    this.clock = transport.clock();
    this.claim = claim;
    this.paused = new PausedServices(transport, namespace, claim.node());
    this.spread = new SpreadServices(store, namespace);
    this.started = started;
  }

  @Override
  public void start() {
    Duration before = null;
    for (Competitor rival = first(); rival != null; rival = first()) {
      NodeInfo holder = infoOf(rival);
      Duration remaining = rival.left();
      if (holder != null && ProcessIdentity.hasEnded(holder.place())) {
        takeDown(rival);
      } else if (rival.alive() || isRenewed(remaining, before)) {
        throw new IllegalStateException(taken(holder));
      } else {
        before = remaining;
        pause(remaining);
      }
    }
    store.check(claim.node());
    events.announce(started);
  }

  private @Nullable Competitor first() {
    return join(Heartbeat.START_BOUND).rival();
  }

  private static boolean isRenewed(Duration left, @Nullable Duration before) {
    return left.isNegative() || (before != null && left.compareTo(before) > 0);
  }

  private void takeDown(Competitor rival) {
    Claim theirs = new Claim(claim.node(), rival.card(), claim.lease(), false);
    BrokerRequests.await(
        () -> store.leave(theirs), Heartbeat.START_BOUND, "the registry does not answer");
  }

  private void pause(Duration left) {
    Duration look = claim.lease().dividedBy(LOOKS_TO_A_LEASE);
    Duration pause = left.compareTo(look) < 0 ? left.plusMillis(1) : look;
    try {
      clock.await(new CountDownLatch(1), pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the node's id", interrupted);
    }
  }

  @Override
  public JoinResult renew() {
    if (left) {
      return JoinResult.KEPT;
    }
    JoinResult standing = joinInTime();
    if (standing.fresh() && !left) {
      LOG.info("the broker had forgotten node {}, which has registered again", claim.node());
      disturbed();
      events.up(started);
    }
    Competitor rival = standing.rival();
    String now = rival == null ? null : taken(infoOf(rival));
    if (now != null && trouble == null) {
      LOG.warn("{}", Printable.of(now));
    }
    trouble = now;
    return standing;
  }

  /**
   * Joins within a bound. If the broker answers late or not at all, it has not heard from other
   * nodes either.
   */
  private JoinResult joinInTime() {
    long before = clock.nanoTime();
    try {
      return join(claim.lease());
    } catch (RpcException unavailable) {
      disturbed();
      throw unavailable;
    } finally {
      if (clock.nanoTime() - before > claim.lease().toNanos() / 2) {
        disturbed();
      }
    }
  }

  private void disturbed() {
    unsteadyUntilNanos = clock.nanoTime() + 2 * claim.lease().toNanos();
  }

  /**
   * Returns whether to believe what the broker says about other nodes. False if the broker has just
   * been away, or has lost its data, including this node's card.
   */
  @Override
  public boolean isSteady() {
    return unsteadyUntilNanos == Long.MIN_VALUE || clock.nanoTime() > unsteadyUntilNanos;
  }

  /** Returns a description of another process that uses the node's id; null if there is none. */
  @Nullable String trouble() {
    return trouble;
  }

  /**
   * Deletes the card, and waits for the broker for at most this time. The card is not written
   * again.
   */
  void leave(Duration bound) {
    left = true;
    takeDown(bound.compareTo(END_BOUND) < 0 ? bound : END_BOUND);
    events.down(claim.node());
  }

  private void takeDown(Duration bound) {
    BrokerRequests.await(() -> store.leave(claim), bound, "the registry does not answer");
  }

  private JoinResult join(Duration bound) {
    JoinResult result =
        BrokerRequests.await(this::joined, bound, "node " + claim.node() + " not registered");
    if (result.paused() != null) {
      paused.update(result.paused());
    }
    if (result.spreads() != null) {
      spread.update(result.spreads());
    }
    return result;
  }

  /**
   * Joins. A join outlasts the wait for it. If it ends after the node has left, the card is deleted
   * again, even if the join fails: Redis may have run it.
   */
  private CompletionStage<JoinResult> joined() {
    CompletionStage<JoinResult> joined = store.join(claim);
    return joined
        .handle((standing, failure) -> left ? store.leave(claim) : NOTHING_TO_UNDO)
        .thenCompose(undoing -> undoing)
        .thenCombine(joined, (undone, standing) -> standing);
  }

  /** Returns the services that are paused. */
  PausedServices paused() {
    return paused;
  }

  /** Returns the services that are spread. */
  SpreadServices spread() {
    return spread;
  }

  private static @Nullable NodeInfo infoOf(Competitor rival) {
    try {
      return CardJson.read(rival.card());
    } catch (IOException unreadable) {
      return null;
    }
  }

  private String taken(@Nullable NodeInfo holder) {
    String by =
        holder == null
            ? "something that is no node"
            : String.format(
                Locale.ROOT,
                "process %d on host %s since %s",
                holder.place().process(),
                holder.place().host(),
                holder.startedAt());
    return "node id '" + claim.node() + "' is in use by " + by;
  }
}
