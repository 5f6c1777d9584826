package io.callbox.internal.lease;

import io.callbox.internal.concurrent.Countdown;
import io.callbox.log.Printable;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.NodeStore;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One beat of a heartbeat. It sends renewals of leases and the questions of the probe, and waits a
 * moment for the answers. Then it renews the node's card, and recovers the requests of dead
 * workers; each of these two has its own thread, for which the beat waits a moment. So a master
 * that is away delays only the work that needs it.
 *
 * <p>Belongs to the heartbeat's thread, which alone runs it.
 */
final class Beat {

  private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

  /** The part of a lease that the beat waits for answers: half of the time to the next beat. */
  private static final int ANSWERS_TO_A_LEASE = 6;

  /**
   * The part of a lease that the beat then waits for the card, and for the recovery: a quarter of
   * the time to the next beat each.
   */
  private static final int PATIENCES_TO_A_LEASE = 12;

  /** The wait if the clock stands still: nothing may then run beside another step. */
  private static final Duration UNTIL_DONE = Duration.ofMinutes(1);

  private final BrokerClock clock;
  private final LeaseRenewal leases;
  private final CardRenewal card;
  private final DeadNodeReaper goneNodes;
  private final Worker worker;
  private final Duration lease;
  private final SideThread registering;
  private final SideThread recovering;
  private Probe probe = () -> Probe.Look.NOTHING;
  private Heartbeat.Listener listener = ended -> {};

  Beat(
      BrokerClock clock,
      LeaseRenewal leases,
      CardRenewal card,
      DeadNodeReaper goneNodes,
      Heartbeat.Terms terms) {
    this.clock = clock;
    this.leases = leases;
    this.card = card;
    this.goneNodes = goneNodes;
    this.worker = terms.worker();
    this.lease = terms.lease();
    this.registering = new SideThread("callbox-" + worker.node() + "-card");
    this.recovering = new SideThread("callbox-" + worker.node() + "-recovery");
  }

  /** Sets the probe, which looks with each beat. Call it before the first beat. */
  void probe(Probe newProbe) {
    this.probe = newProbe;
  }

  /** Sets the listener for leases that have ended. Call it before the first beat. */
  void tell(Heartbeat.Listener newListener) {
    this.listener = newListener;
  }

  /** Runs the beat. Returns the time until the probe wants to look again. */
  Duration run() throws InterruptedException {
    try {
      CompletableFuture<?> renewals = leases.renew();
      Probe.Look look = probe.look();
      awaitAnswers(CompletableFuture.allOf(renewals, look.answered().toCompletableFuture()));
      leases.tellOfMissed();
      Probe.Finding finding = look.finding();
      beside(finding);
      return finding.next();
    } catch (RuntimeException | Error failure) {
      LOG.warn("{} missed a beat: {}", worker, Printable.of(failure));
      return Probe.Finding.NOTHING.next();
    }
  }

  /**
   * Waits for the answers, because the next steps need the leases that have ended. A failure is
   * logged.
   */
  private void awaitAnswers(CompletableFuture<?> answers) throws InterruptedException {
    try {
      Duration longest = clock.standsStill() ? lease : lease.dividedBy(ANSWERS_TO_A_LEASE);
      answers.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException later) {
      LOG.debug("{} has not heard all that it asks for: {}", worker, Printable.of(later));
    }
  }

  /**
   * Renews the card on another thread. A node without leases waits for the card, because it has no
   * lease to renew meanwhile.
   */
  private void beside(Probe.Finding finding) throws InterruptedException {
    boolean holds = leases.areAny();
    if (holds) {
      registering.run(() -> card.renew(finding), patience());
    } else {
      card.renew(finding);
    }
    if (holds || card.areAnyGone()) {
      recovering.run(() -> seeToOthers(holds), patience());
    }
  }

  private Duration patience() {
    return clock.standsStill() ? UNTIL_DONE : lease.dividedBy(PATIENCES_TO_A_LEASE);
  }

  private void seeToOthers(boolean holds) {
    List<NodeStore.Gone> gone = card.takeGone();
    try {
      if (holds) {
        List<LeaseStore.Ended> ended = new ArrayList<>(leases.ended());
        ended.addAll(goneNodes.inboxes(gone));
        listener.beaten(ended);
      }
      goneNodes.forget(gone);
    } catch (RuntimeException | Error failure) {
      LOG.warn("{} has not seen to all that others left: {}", worker, Printable.of(failure));
    }
  }

  /** Ends the threads beside it when they have finished. For any thread. */
  void stop() {
    registering.close();
    recovering.close();
  }

  /** Waits within this bound for the threads beside it. For any thread, after the last beat. */
  void awaitEnd(Countdown bound) throws InterruptedException {
    registering.awaitEnd(bound.left());
    recovering.awaitEnd(bound.left());
  }
}
