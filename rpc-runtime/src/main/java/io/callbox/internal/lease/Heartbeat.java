package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.log.Printable;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.NodeStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a node's leases and its card on its own thread, three times in a lease, and once more when
 * a probe waits for an event. It reports leases of other workers that have ended, and whether the
 * node's own leases are valid: a node that was frozen learns it here before it answers a request.
 *
 * <p>The thread sends renewals, and waits for none: a lease is renewed in time whatever becomes of
 * those on other masters. What else there is to do with each beat, the node's card and the recovery
 * of what others held, is done beside it, on another thread, which may have to wait for a master.
 *
 * <p>Safe for use by many threads, after its start.
 */
public final class Heartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final int BEATS_TO_A_LEASE = 3;

  /** A beat waits for answers, and for what is done beside it, for half of the time to the next. */
  private static final int PATIENCES_TO_A_LEASE = 12;

  /** Where time stands still, nothing is to happen beside something else. */
  private static final Duration UNTIL_DONE = Duration.ofMinutes(1);

  /** The bound for the first beat: a first answer may take a while. */
  public static final Duration START_BOUND = Duration.ofSeconds(10);

  private static final Duration END_BOUND = Duration.ofSeconds(3);

  /** The slack after which a lease that is about to end has ended. */
  public static final Duration CLOCK_SLACK = Duration.ofMillis(10);

  private final LeaseRenewal leases;
  private final BrokerClock clock;
  private final Worker worker;
  private final Duration lease;
  private final NodeCard card;
  private final DeadNodeReaper goneNodes;
  private final Thread thread;
  private final SideThread beside;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicBoolean released = new AtomicBoolean();
  private volatile boolean holds;
  private volatile Listener listener = ended -> {};
  private Probe probe = () -> ProbeResult.NOTHING;

  /** How soon the probe wants to look again. */
  private volatile Duration nextLook = ProbeResult.NOTHING.next();

  /** Creates a heartbeat that has not begun. */
  public Heartbeat(Transport transport, NodeCard card, DeadNodeReaper goneNodes, Terms terms) {
    this.leases = new LeaseRenewal(transport.leases(), transport.clock(), terms);
    this.clock = transport.clock();
    this.card = card;
    this.goneNodes = goneNodes;
    this.worker = terms.worker;
    this.lease = terms.lease;
    this.thread = new Thread(this::run, "callbox-" + worker.node() + "-heartbeat");
    this.thread.setDaemon(true);
    this.beside = new SideThread("callbox-" + worker.node() + "-recovery");
  }

  /**
   * The worker of a heartbeat, and the duration of its lease.
   *
   * @param worker the worker
   * @param lease how long a lease lasts
   */
  public record Terms(Worker worker, Duration lease) {}

  /** Receives the result of each beat. Called on one thread at a time. */
  @FunctionalInterface
  public interface Listener {

    /** Receives the leases of other workers that have ended; often none. */
    void beaten(List<LeaseStore.Ended> ended);
  }

  /** Checks something with each beat. Called on one thread at a time. */
  @FunctionalInterface
  public interface Probe {

    /** Runs the check; must not fail. */
    ProbeResult look();
  }

  /**
   * The result of a probe.
   *
   * @param consequence the action that follows; runs only if the broker has not lost its data
   * @param next the time until the next possible change; the next beat then comes early
   */
  public record ProbeResult(Runnable consequence, Duration next) {

    /** No action, and nothing to wait for. */
    public static final ProbeResult NOTHING = new ProbeResult(() -> {}, Duration.ofDays(1));
  }

  /** Makes the node hold leases on queues. Call it before the start. */
  public void hold(List<QueueName> newQueues, Listener newListener) {
    hold(newQueues);
    this.listener = newListener;
  }

  /** Makes the node hold leases on these queues from its next beat on. For any thread. */
  public void hold(List<QueueName> newQueues) {
    this.holds = !newQueues.isEmpty();
    leases.hold(newQueues);
  }

  /**
   * Takes the lease on one more queue, and renews it from then on. For any thread.
   *
   * @return completes when the node has it
   */
  public CompletionStage<@Nullable Void> take(QueueName queue) {
    return leases.take(queue);
  }

  /**
   * Gives the lease on a queue back, and renews it no more. For any thread.
   *
   * @return completes when the node does not have it any longer
   */
  public CompletionStage<@Nullable Void> release(QueueName queue) {
    return leases.release(queue);
  }

  /** Adds a probe. Call it before the start. */
  public void probe(Probe newProbe) {
    this.probe = newProbe;
  }

  /**
   * Registers the node, takes the leases and begins to renew both.
   *
   * @throws IllegalStateException if another process uses the node's id
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  public void start() {
    card.start();
    BrokerRequests.await(() -> leases.renew(), START_BOUND, "leases not renewed");
    thread.start();
    LOG.debug("{} holds {}", worker, leases.held());
  }

  /** Returns whether one of the node's leases is valid, as far as the node can know. */
  public boolean isCurrent() {
    return leases.lapsed().size() < leases.held().size();
  }

  /** Whether the node's lease on a queue lasts, as far as it can know. */
  public boolean isCurrent(QueueName queue) {
    return leases.lasts(queue);
  }

  /** The queues on which the node's leases have ended, and have not been renewed yet. */
  public List<QueueName> lapsed() {
    return leases.lapsed();
  }

  private void run() {
    try {
      Duration pause = lease.dividedBy(BEATS_TO_A_LEASE);
      while (!clock.await(stopping, pause)) {
        long begun = clock.nanoTime();
        beat();
        pause = pauseAfter(Duration.ofNanos(clock.nanoTime() - begun));
      }
    } catch (InterruptedException interrupted) {
      LOG.warn("{} was interrupted and ends; nobody should do that", thread.getName());
    }
  }

  private Duration pauseAfter(Duration beat) {
    Duration left = lease.dividedBy(BEATS_TO_A_LEASE).minus(beat);
    Duration pause = left.compareTo(nextLook) < 0 ? left : nextLook;
    nextLook = ProbeResult.NOTHING.next();
    return pause.compareTo(CLOCK_SLACK) < 0 ? CLOCK_SLACK : pause;
  }

  private void beat() throws InterruptedException {
    try {
      if (holds) {
        awaitAnswers(leases.renew());
        beside.run(this::seeToOthers, patience());
      } else {
        seeToOthers();
      }
    } catch (RuntimeException | Error failure) {
      LOG.warn("{} missed a beat: {}", worker, Printable.of(failure));
    }
  }

  private Duration patience() {
    return clock.standsStill() ? UNTIL_DONE : lease.dividedBy(PATIENCES_TO_A_LEASE);
  }

  /** What is done next had better know of leases that have ended; one that fails is logged. */
  private void awaitAnswers(CompletableFuture<?> renewals) throws InterruptedException {
    try {
      Duration longest = clock.standsStill() ? lease : patience();
      renewals.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException later) {
      LOG.debug("{} has not renewed all its leases yet: {}", worker, Printable.of(later));
    }
  }

  private void seeToOthers() {
    try {
      List<NodeStore.Gone> gone = register();
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

  /** If the card is still in its place, the broker has not lost the data that was read before. */
  private List<NodeStore.Gone> register() {
    ProbeResult sight = probe.look();
    nextLook = sight.next().plus(CLOCK_SLACK);
    try {
      NodeStore.JoinResult standing = card.renew();
      if (card.isSteady()) {
        sight.consequence().run();
      }
      return standing.gone();
    } catch (RpcException unavailable) {
      LOG.warn("{} could not renew its card: {}", worker, unavailable.getMessage());
      return List.of();
    }
  }

  /** Ends the heartbeat without giving the leases back, like a crash. */
  public void stop() {
    released.set(true);
    stopping.countDown();
    beside.close();
  }

  /**
   * Ends the heartbeat and gives the leases back. Call it when the worker holds no requests.
   *
   * @param bound how long each of the two may take
   */
  public void close(Duration bound) {
    Duration wait = bound.compareTo(END_BOUND) < 0 ? bound : END_BOUND;
    stopping.countDown();
    try {
      thread.join(Math.max(1, wait.toMillis()));
      beside.awaitEnd(wait);
      if (!released.getAndSet(true) && holds) {
        BrokerRequests.await(() -> leases.releaseAll(), wait, "leases not given back");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RpcException failure) {
      String reason = failure.getMessage();
      LOG.warn("{} could not give its leases back, they end by themselves: {}", worker, reason);
    }
  }
}
