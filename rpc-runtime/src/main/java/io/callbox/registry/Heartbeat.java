package io.callbox.registry;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Leases;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a worker's leases alive, three beats to a lease, on a thread of its own. Tells whose leases
 * have ended, and whether the worker's own still last: one that was frozen finds out here before it
 * answers anything.
 *
 * <p>Safe for use by many threads.
 */
public final class Heartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final int BEATS_TO_A_LEASE = 3;
  private static final Duration END_BOUND = Duration.ofSeconds(3);

  private final Leases leases;
  private final BrokerClock clock;
  private final List<QueueName> queues;
  private final Worker worker;
  private final Duration lease;
  private final Listener listener;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile long renewedNanos;

  /** A heartbeat that has not begun. */
  public Heartbeat(
      Leases leases, BrokerClock clock, List<QueueName> queues, Terms terms, Listener listener) {
    this.leases = leases;
    this.clock = clock;
    this.queues = List.copyOf(queues);
    this.worker = terms.worker;
    this.lease = terms.lease;
    this.listener = listener;
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
    void beaten(List<Leases.Ended> ended);
  }

  /**
   * Takes the leases and begins to renew them.
   *
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  public void start() {
    List<Leases.Ended> ended = renew();
    thread.start();
    LOG.debug("{} holds {}, {} have ended", worker, queues, ended);
  }

  /** Whether the worker's leases last, as far as it can know. */
  public boolean isCurrent() {
    return clock.nanoTime() - renewedNanos < lease.toNanos();
  }

  private void run() {
    try {
      while (!clock.await(stopping, lease.dividedBy(BEATS_TO_A_LEASE))) {
        beat();
      }
    } catch (InterruptedException interrupted) {
      LOG.warn("{} was interrupted and ends; nobody should do that", thread.getName());
    }
  }

  private void beat() {
    try {
      listener.beaten(renew());
    } catch (RuntimeException | Error failure) {
      LOG.warn("{} missed a beat: {}", worker, failure.toString());
    }
  }

  private List<Leases.Ended> renew() {
    long before = clock.nanoTime();
    try {
      List<Leases.Ended> ended =
          leases
              .renew(queues, worker, lease)
              .toCompletableFuture()
              .get(lease.toMillis(), TimeUnit.MILLISECONDS);
      renewedNanos = before;
      return ended;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RpcException(StatusCode.CANCELLED, "interrupted while renewing leases");
    } catch (ExecutionException | TimeoutException failure) {
      throw new RpcException(
          StatusCode.UNAVAILABLE, Executed.UNKNOWN, "leases not renewed: " + failure, failure);
    }
  }

  /** Ends the heartbeat without giving the leases back, as a crash would. */
  public void stop() {
    stopping.countDown();
  }

  /** Ends the heartbeat and gives the leases back. To be called when nothing is held any more. */
  @Override
  public void close() {
    stop();
    try {
      thread.join(END_BOUND.toMillis());
      leases
          .release(queues, worker)
          .toCompletableFuture()
          .get(END_BOUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException failure) {
      LOG.warn("{} could not give its leases back, they end by themselves: {}", worker, failure);
    }
  }
}
