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
 * Keeps a node's leases and its card alive, three beats to a lease and one more when a probe waits
 * for something, on a thread of its own. Tells whose leases have ended, and whether the node's own
 * still last: one that was frozen finds out here before it answers anything.
 *
 * <p>Safe for use by many threads, once it has started.
 */
public final class Heartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final int BEATS_TO_A_LEASE = 3;

  /** A first answer may take a while; it is not a beat that anybody waits for. */
  public static final Duration START_BOUND = Duration.ofSeconds(10);

  private static final Duration END_BOUND = Duration.ofSeconds(3);

  /** A lease that is about to end has ended a moment later. */
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

  /** Belongs to the heartbeat's thread. */
  private Duration pause;

  /** A heartbeat that has not begun. */
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
   * Whose heart beats, and for how long without a beat they count as alive.
   *
   * @param worker whose it is
   * @param lease how long a lease lasts
   */
  public record Terms(Worker worker, Duration lease) {}

  /** Hears after each beat what there is to do. Called on the heartbeat's thread. */
  @FunctionalInterface
  public interface Listener {

    /** These leases of others have ended; often there are none. */
    void beaten(List<LeaseStore.Ended> ended);
  }

  /** Looks at something with each beat. Called on the heartbeat's thread. */
  @FunctionalInterface
  public interface Probe {

    /** Looks, and must not fail. */
    ProbeResult look();
  }

  /**
   * What a probe has seen.
   *
   * @param consequence what follows from it, to be done only if it turns out that the broker has
   *     not forgotten what it knew
   * @param next how soon there may be something else to see; the beat then comes early
   */
  public record ProbeResult(Runnable consequence, Duration next) {

    /** Nothing to do, and nothing to wait for. */
    public static final ProbeResult NOTHING = new ProbeResult(() -> {}, Duration.ofDays(1));
  }

  /** Has the node hold leases on queues. To be called before the start. */
  public void hold(List<QueueName> newQueues, Listener newListener) {
    this.queues = List.copyOf(newQueues);
    this.listener = newListener;
  }

  /** Has the node hold leases on these queues from its next beat on. For any thread. */
  public void hold(List<QueueName> newQueues) {
    this.queues = List.copyOf(newQueues);
  }

  /** Has somebody look with each beat. To be called before the start. */
  public void probe(Probe newProbe) {
    this.probe = newProbe;
  }

  /**
   * Registers the node, takes the leases and begins to renew both.
   *
   * @throws IllegalStateException if another process runs under the node's id
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  public void start() {
    card.start();
    List<LeaseStore.Ended> ended = renew(START_BOUND);
    thread.start();
    LOG.debug("{} holds {}, {} have ended", worker, queues, Printable.of(ended));
  }

  /** Whether the node's leases last, as far as it can know. */
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

  /** What was seen before the card was found in its place, was seen by a broker that remembers. */
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

  /** Ends the heartbeat without giving the leases back, as a crash would. */
  public void stop() {
    released.set(true);
    stopping.countDown();
  }

  /**
   * Ends the heartbeat and gives the leases back. To be called when nothing is held any more.
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
