package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.concurrent.Countdown;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a node's leases and its card on its own thread, three times in a lease, and once more when
 * a probe waits for an event. It reports leases of other workers that have ended, and whether the
 * node's own leases are valid: a node that was frozen learns it here before it answers a request.
 *
 * <p>The thread sends renewals and the questions of the probe, and does not wait for long: a lease
 * is renewed in time even if other masters do not answer. A second thread renews the node's card,
 * and a third one recovers the requests of dead workers. So a master that is away delays only the
 * work that needs it.
 *
 * <p>Safe for use by many threads, after its start.
 */
public final class Heartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final int BEATS_TO_A_LEASE = 3;

  /** The bound for the first beat, whose first answer may take a while. */
  public static final Duration START_BOUND = Duration.ofSeconds(10);

  private static final Duration END_BOUND = Duration.ofSeconds(3);

  /** The slack after which a lease that is about to end counts as ended. */
  public static final Duration CLOCK_SLACK = Duration.ofMillis(10);

  private final LeaseRenewal leases;
  private final BrokerClock clock;
  private final Worker worker;
  private final Duration lease;
  private final NodeCard card;
  private final Beat beat;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicBoolean released = new AtomicBoolean();

  /** Creates a heartbeat that has not begun. */
  public Heartbeat(Transport transport, NodeCard card, DeadNodeReaper goneNodes, Terms terms) {
    this.leases = new LeaseRenewal(transport.leases(), transport.clock(), terms);
    this.clock = transport.clock();
    this.card = card;
    this.worker = terms.worker;
    this.lease = terms.lease;
    this.thread = new Thread(this::run, "callbox-" + worker.node() + "-heartbeat");
    this.thread.setDaemon(true);
    this.beat = new Beat(clock, leases, new CardRenewal(worker, card), goneNodes, terms);
  }

  /**
   * The worker of a heartbeat, and the duration of its lease.
   *
   * @param worker the worker
   * @param lease the duration of a lease
   */
  public record Terms(Worker worker, Duration lease) {}

  /** Receives the result of each beat. Called on one thread at a time. */
  @FunctionalInterface
  public interface Listener {

    /** Receives the leases of other workers that have ended; often none. */
    void beaten(List<LeaseStore.Ended> ended);
  }

  /** Makes the node hold leases on queues. Call it before the start. */
  public void hold(List<QueueName> newQueues, Listener newListener) {
    hold(newQueues);
    beat.tell(newListener);
  }

  /** Makes the node hold leases on these queues from its next beat on. For any thread. */
  public void hold(List<QueueName> newQueues) {
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

  /**
   * Releases the requests that the node has taken over from a queue on which it holds no lease. For
   * any thread.
   */
  void releaseUnlessHeld(QueueName queue) {
    leases.releaseUnlessHeld(queue);
  }

  /** Adds a probe. Call it before the start. */
  public void probe(Probe newProbe) {
    beat.probe(newProbe);
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

  /**
   * Returns a predicate for queues: whether the node's lease on the queue lasts, as far as the node
   * can know.
   */
  public Predicate<QueueName> lasts() {
    return leases::lasts;
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
        Duration next = beat.run();
        pause = pauseAfter(Duration.ofNanos(clock.nanoTime() - begun), next);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      LOG.warn("{} was interrupted and ends; nobody should do that", thread.getName());
    }
  }

  private Duration pauseAfter(Duration beat, Duration nextLook) {
    Duration left = lease.dividedBy(BEATS_TO_A_LEASE).minus(beat);
    Duration look = nextLook.plus(CLOCK_SLACK);
    Duration pause = left.compareTo(look) < 0 ? left : look;
    return pause.compareTo(CLOCK_SLACK) < 0 ? CLOCK_SLACK : pause;
  }

  /** Ends the heartbeat without giving the leases back, like a crash. */
  public void stop() {
    released.set(true);
    stopping.countDown();
    beat.stop();
  }

  /**
   * Ends the heartbeat and gives the leases back. Call it when the worker holds no requests.
   *
   * @param bound how long it may take, at most three seconds; half of it is for giving back
   */
  public void close(Duration bound) {
    Countdown all = Countdown.of(bound.compareTo(END_BOUND) < 0 ? bound : END_BOUND);
    Countdown half = Countdown.of(all.left().dividedBy(2));
    stopping.countDown();
    try {
      thread.join(Math.max(1, half.left().toMillis()));
      beat.awaitEnd(half);
      if (!released.getAndSet(true) && leases.areAny()) {
        BrokerRequests.await(() -> leases.releaseAll(), all.left(), "leases not given back");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RpcException failure) {
      String reason = failure.getMessage();
      LOG.warn("{} could not give its leases back, they end by themselves: {}", worker, reason);
    }
  }
}
