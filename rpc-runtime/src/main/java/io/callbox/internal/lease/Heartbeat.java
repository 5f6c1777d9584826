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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a node's leases and its card on its own thread, three times in a lease, and once more when
 * a probe waits for an event. It reports leases of other workers that have ended, and whether the
 * node's own leases are valid: a node that was frozen learns it here before it answers a request.
 *
 * <p>Safe for use by many threads after its start.
 */
public final class Heartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final int BEATS_TO_A_LEASE = 3;

  /** The bound for the first beat: a first answer may take a while. */
  public static final Duration START_BOUND = Duration.ofSeconds(10);

  private static final Duration END_BOUND = Duration.ofSeconds(3);

  /** The slack after which a lease that is about to end has ended. */
  public static final Duration CLOCK_SLACK = Duration.ofMillis(10);

  private final LeaseStore leases;
  private final BrokerClock clock;
  private final Worker worker;
  private final Duration lease;
  private final NodeCard card;
  private final DeadNodeReaper goneNodes;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicBoolean released = new AtomicBoolean();
  private volatile List<QueueName> queues = List.of();
  private Listener listener = ended -> {};
  private Probe probe = () -> ProbeResult.NOTHING;
  private volatile long renewedNanos;

  /** Belongs to the thread of the heartbeat. */
  private Duration pause;

  /** Creates a heartbeat that has not begun. */
  public Heartbeat(Transport transport, NodeCard card, DeadNodeReaper goneNodes, Terms terms) {
    this.leases = transport.leases();
    this.clock = transport.clock();
    this.card = card;
    this.goneNodes = goneNodes;
    this.worker = terms.worker;
    this.lease = terms.lease;
    this.pause = lease.dividedBy(BEATS_TO_A_LEASE);
    this.thread = new Thread(this::run, "callbox-" + worker.node() + "-heartbeat");
    this.thread.setDaemon(true);
  }

  /**
   * The worker of a heartbeat, and the duration of its lease.
   *
   * @param worker the worker
   * @param lease how long a lease lasts
   */
  public record Terms(Worker worker, Duration lease) {}

  /** Receives the result of each beat. Called on the thread of the heartbeat. */
  @FunctionalInterface
  public interface Listener {

    /** Receives the leases of other workers that have ended; often none. */
    void beaten(List<LeaseStore.Ended> ended);
  }

  /** Checks something with each beat. Called on the thread of the heartbeat. */
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
    this.queues = List.copyOf(newQueues);
    this.listener = newListener;
  }

  /** Makes the node hold leases on these queues from its next beat on. For any thread. */
  public void hold(List<QueueName> newQueues) {
    this.queues = List.copyOf(newQueues);
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
    List<LeaseStore.Ended> ended = renew(START_BOUND);
    thread.start();
    LOG.debug("{} holds {}, {} have ended", worker, queues, Printable.of(ended));
  }

  /** Returns whether the node's leases are valid, as far as the node can know. */
  public boolean isCurrent() {
    return clock.nanoTime() - renewedNanos < lease.toNanos();
  }

  private void run() {
    try {
      while (!clock.await(stopping, pause)) {
        pause = lease.dividedBy(BEATS_TO_A_LEASE);
        beat();
      }
    } catch (InterruptedException interrupted) {
      LOG.warn("{} was interrupted and ends; nobody should do that", thread.getName());
    }
  }

  private void beat() {
    try {
      List<LeaseStore.Ended> ended = new ArrayList<>(renew(lease));
      List<NodeStore.Gone> gone = register();
      if (!queues.isEmpty()) {
        ended.addAll(goneNodes.inboxes(gone));
        listener.beaten(ended);
      }
      goneNodes.forget(gone);
    } catch (RuntimeException | Error failure) {
      LOG.warn("{} missed a beat: {}", worker, Printable.of(failure));
    }
  }

  /** If the card is still in its place, the broker has not lost the data that was read before. */
  private List<NodeStore.Gone> register() {
    ProbeResult sight = probe.look();
    Duration next = sight.next().plus(CLOCK_SLACK);
    pause = next.compareTo(pause) < 0 ? next : pause;
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

  private List<LeaseStore.Ended> renew(Duration bound) {
    List<QueueName> held = queues;
    long before = clock.nanoTime();
    List<LeaseStore.Ended> ended =
        held.isEmpty()
            ? List.of()
            : BrokerRequests.await(
                () -> leases.renew(held, worker, lease), bound, "leases not renewed");
    renewedNanos = before;
    return ended;
  }

  /** Ends the heartbeat without giving the leases back, like a crash. */
  public void stop() {
    released.set(true);
    stopping.countDown();
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
      if (!released.getAndSet(true) && !queues.isEmpty()) {
        BrokerRequests.await(() -> leases.release(queues, worker), wait, "leases not given back");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RpcException failure) {
      String reason = failure.getMessage();
      LOG.warn("{} could not give its leases back, they end by themselves: {}", worker, reason);
    }
  }
}
