package io.callbox.internal.server.receive;

import io.callbox.internal.concurrent.Countdown;
import io.callbox.internal.concurrent.PollLoop;
import io.callbox.internal.concurrent.TaskSequence;
import io.callbox.internal.server.dispatch.Dispatcher;
import io.callbox.internal.server.reply.ResponsePermit;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.internal.server.stream.HearingTime;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Receives requests from the request loop, as far as there are permits and memory, and runs them on
 * the queue's executor: each request by itself, and the members of a chunk one after the other.
 * Permits and memory come back when a request is answered.
 */
public final class RequestReceiver implements PollLoop.Sink {

  private static final long LEASE_PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final Permits permits;
  private final RequestsInHand inHand;
  private final TakenChunk.Server server;
  private final TakenRequests.Server alone;
  private final QueueGate gate;
  private final Predicate<QueueName> mayRun;
  private final HearingTime hearing;

  private volatile boolean draining;

  /**
   * The number of requests that came together lately. With less room, a chunk would have to be
   * split, and its rest put back. Written by one thread at a time.
   */
  private volatile int expected = 1;

  /**
   * Creates a receiver.
   *
   * @param inHand counts what is taken, which has these permits
   * @param gate says which queues are open, and which requests may run
   * @param hearing learns whether the server takes requests
   */
  public RequestReceiver(
      Permits permits,
      RequestsInHand inHand,
      QueueGate gate,
      HearingTime hearing,
      Dispatcher dispatcher,
      ResponseSender replies) {
    this.permits = permits;
    this.inHand = inHand;
    this.server = new TakenChunk.Server(dispatcher, replies);
    this.alone = new TakenRequests.Server(dispatcher, replies, this::mayRun, inHand::permitOf);
    this.gate = gate;
    this.mayRun = gate.mayRun();
    this.hearing = hearing;
  }

  @Override
  public int reserve() throws InterruptedException {
    if (permits.availablePermits() <= 0) {
      hearing.hears(false);
    }
    int reserved = permitsInTime();
    hearing.hears(reserved > 0);
    return reserved;
  }

  private int permitsInTime() throws InterruptedException {
    if (!gate.isOpen()) {
      LockSupport.parkNanos(this, LEASE_PAUSE_NANOS); // the heartbeat renews it as soon as it can
      return 0;
    }
    if (draining || !inHand.awaitRoom(PollLoop.WAIT)) {
      return 0;
    }
    int most = permits.adapt();
    return permits.take(Math.min(expected, most / 2), PollLoop.WAIT);
  }

  @Override
  public long bytesLeft() {
    return inHand.bytesLeft();
  }

  @Override
  public int spare() {
    return permits.spare();
  }

  @Override
  public void accept(List<Delivery> taken) {
    int begun = 0;
    try {
      while (begun < taken.size()) {
        int next = endOfGroup(taken, begun);
        add(taken.subList(begun, next));
        begin(taken.subList(begun, next));
        begun = next;
      }
    } catch (RuntimeException | Error failure) {
      taken.subList(begun, taken.size()).forEach(inHand::forget);
      throw failure;
    }
  }

  private void add(List<Delivery> together) {
    for (Delivery delivery : together) {
      expected = Math.max(delivery.requests(), expected - 1 - expected / 8);
      inHand.lane(delivery.queue()).took(delivery.requests());
      inHand.add(delivery);
    }
  }

  /** Returns the end of what begins together: requests of one queue, or a single chunk. */
  private static int endOfGroup(List<Delivery> taken, int start) {
    QueueName queue = taken.get(start).queue();
    int end = start + 1;
    if (taken.get(start).boundsOfRequests() == null) {
      while (end < taken.size()
          && taken.get(end).queue().equals(queue)
          && taken.get(end).boundsOfRequests() == null) {
        end++;
      }
    }
    return end;
  }

  @Override
  public boolean acceptsBetweenTakes(QueueName queue) {
    return othersHaveMany() && inHand.lane(queue).hasFew(queue);
  }

  /**
   * Returns whether a service without permits gets some of its own, because the other services hold
   * many. Never true if the user has limited the number of requests that run.
   */
  private boolean othersHaveMany() {
    return permits.spare() > 0
        && !draining
        && inHand.bytesLeft() > 0
        && inHand.count() >= permits.least() / 2;
  }

  @Override
  public boolean acceptBetweenTakes(Delivery message) {
    QueueName queue = message.queue();
    if (!othersHaveMany() || !inHand.lane(queue).tookFew(queue, message.requests())) {
      return false;
    }
    permits.settle(-message.requests());
    try {
      inHand.add(message);
      begin(List.of(message));
    } catch (RuntimeException | Error failure) {
      inHand.forget(message);
      throw failure;
    }
    return true;
  }

  /** Begins requests of one queue, or a single chunk. */
  private void begin(List<Delivery> together) {
    Delivery first = together.get(0);
    int[] bounds = first.boundsOfRequests();
    TaskSequence.start(
        inHand.lane(first.queue()).executor(),
        bounds == null ? new TakenRequests(List.copyOf(together), alone) : chunk(first, bounds));
  }

  private TakenChunk chunk(Delivery chunk, int[] bounds) {
    ResponsePermit.OfMembers ofMembers = inHand.permitsOf(chunk, bounds.length / 2);
    return new TakenChunk(chunk, bounds, server, () -> mayRun(chunk), ofMembers);
  }

  @Override
  public void unused(int room) {
    permits.settle(room);
  }

  /** Puts requests that were taken and have not begun back into their queues, for other workers. */
  public void drain() {
    draining = true;
  }

  /** Waits until all taken requests are answered. Returns whether they are. */
  public boolean awaitIdle(Duration bound) {
    try {
      int all = permits.fixed();
      Countdown end = Countdown.of(bound);
      boolean idle = permits.tryAcquire(all, bound.toMillis(), TimeUnit.MILLISECONDS);
      permits.release(idle ? all : 0); // a second close need not wait
      return idle && inHand.awaitNoneHeldUp(end.left());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Checks that the request is still this server's own. */
  private boolean mayRun(Delivery delivery) {
    return delivery.taken() == null || (!draining && mayRun.test(delivery.queue()));
  }
}
