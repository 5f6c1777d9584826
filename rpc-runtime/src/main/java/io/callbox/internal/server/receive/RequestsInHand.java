package io.callbox.internal.server.receive;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.lease.HeldRequests;
import io.callbox.internal.server.reply.ResponsePermit;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The requests that a server has taken and that have not ended: their number, their memory, and
 * their permits, which they keep until Redis has their responses. If a response cannot be sent
 * because its master is away, the request gives its permit to another request. Its memory stays
 * counted, and at most {@link #MOST_HELD_UP} requests give up their permits, so both are bounded.
 *
 * <p>Safe for use by many threads.
 */
public final class RequestsInHand {

  /**
   * The maximum number of responses that wait without a permit. Each is sent again twice a second,
   * and has some objects of its own.
   */
  static final int MOST_HELD_UP = 20_000;

  /**
   * The part of the heap for requests. A running request is in memory several times: as its
   * message, as arguments, as a result, and as a response.
   */
  private static final int SHARE_OF_HEAP = 16;

  private final Permits permits;
  private final long mostBytes;
  private final Map<QueueName, ServiceLane> lanes;
  private final HeldRequests heldRequests;
  private final Consumer<QueueName> again;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicLong usedBytes = new AtomicLong();

  /**
   * The number of responses that wait for a master and have given up their permits. The monitor
   * guards it: threads whose responses are held up race with those that receive answers, and with
   * the one that closes.
   */
  @GuardedBy("this")
  private int heldUp;

  /**
   * Creates it without requests.
   *
   * @param permits receives the permits of requests that end
   * @param mostBytes the maximum memory for requests
   * @param lanes the lane of each queue's requests, which learns of their ends
   * @param heldRequests the requests that the server knows it holds
   * @param again receives queues from which one more request would be taken
   */
  public RequestsInHand(
      Permits permits,
      long mostBytes,
      Map<QueueName, ServiceLane> lanes,
      HeldRequests heldRequests,
      Consumer<QueueName> again) {
    this.permits = permits;
    this.mostBytes = mostBytes;
    this.lanes = lanes;
    this.heldRequests = heldRequests;
    this.again = again;
  }

  /** Returns a sixteenth of the memory that this JVM may use. */
  public static long shareOfHeap() {
    return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
  }

  /** Returns the lane of a queue's requests. */
  ServiceLane lane(QueueName queue) {
    return Objects.requireNonNull(lanes.get(queue));
  }

  int count() {
    return count.get();
  }

  /**
   * Returns the free memory for requests in bytes; below 1 for none. The last request that is taken
   * need not fit, so even the largest request is served, by itself.
   */
  long bytesLeft() {
    return mostBytes - usedBytes.get();
  }

  /** Waits until there is room for bytes. Returns whether there is. */
  boolean awaitRoom(Duration bound) throws InterruptedException {
    if (bytesLeft() > 0) {
      return true;
    }
    long end = System.nanoTime() + bound.toNanos();
    synchronized (this) {
      for (long left = bound.toNanos();
          bytesLeft() < 1 && left > 0;
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    }
    return bytesLeft() > 0;
  }

  /**
   * Gives bytes back. Guard against race with {@link #awaitRoom}: it looks again before it waits.
   */
  private void giveBack(int unused) {
    long before = usedBytes.getAndAdd(-unused);
    if (before >= mostBytes && before - unused < mostBytes) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Waits until no response is held up. Returns whether none is. */
  synchronized boolean awaitNoneHeldUp(Duration bound) throws InterruptedException {
    long end = System.nanoTime() + bound.toNanos();
    for (long left = bound.toNanos(); heldUp > 0 && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return heldUp == 0;
  }

  /** Adds a request or chunk that was taken. */
  void add(Delivery delivery) {
    count.addAndGet(delivery.requests());
    heldRequests.add(delivery);
    usedBytes.addAndGet(delivery.message().length);
  }

  /**
   * Gives the permits back of what has been taken and does not begin, because of a mistake. The
   * server then does not know that it holds these requests, so it finds them later, and puts them
   * back into their queue.
   */
  void forget(Delivery delivery) {
    permits.release(delivery.requests());
    if (heldRequests.remove(delivery)) {
      ended(delivery, delivery.requests(), delivery.message().length);
    }
  }

  /** Returns the permit of a request, whose response has this number of bytes. */
  ResponsePermit permitOf(Delivery delivery, int responseBytes) {
    return new Permit(1, responseBytes, () -> ended(delivery, 1, delivery.message().length));
  }

  /** Returns the permits of the members of a chunk. */
  ResponsePermit.OfMembers permitsOf(Delivery chunk, int members) {
    return new ChunkPermits(chunk, members);
  }

  private void ended(Delivery delivery, int requests, int unused) {
    giveBack(unused);
    count.addAndGet(-requests);
    lane(delivery.queue()).ended(requests).forEach(again);
  }

  /** Returns whether one more response may wait without a permit. */
  private synchronized boolean tryHoldUp() {
    if (heldUp >= MOST_HELD_UP) {
      return false;
    }
    heldUp++;
    return true;
  }

  private synchronized void sent() {
    heldUp--;
    notifyAll();
  }

  /** The permits of the members of a chunk. Its memory becomes free with the last member. */
  private final class ChunkPermits implements ResponsePermit.OfMembers {

    private final Delivery chunk;
    private final AtomicInteger left;

    ChunkPermits(Delivery chunk, int members) {
      this.chunk = chunk;
      this.left = new AtomicInteger(members);
    }

    @Override
    public ResponsePermit members(int members, int bytes) {
      return new Permit(members, bytes, () -> membersEnded(members));
    }

    private void membersEnded(int members) {
      boolean last = left.addAndGet(-members) == 0;
      ended(chunk, members, last ? chunk.message().length : 0);
    }
  }

  /** The permit of requests. Once it is given, others have it, or it has come back. */
  private final class Permit implements ResponsePermit {

    private final int requests;
    private final int responseBytes;
    private final Runnable ended;

    /** The monitor guards it: the end of one attempt races with another that is held up. */
    @GuardedBy("this")
    private boolean given;

    private Permit(int requests, int responseBytes, Runnable ended) {
      this.requests = requests;
      this.responseBytes = responseBytes;
      this.ended = ended;
    }

    @Override
    public synchronized void heldUp() {
      if (!given && tryHoldUp()) {
        given = true;
        usedBytes.addAndGet(responseBytes);
        permits.served(requests);
      }
    }

    @Override
    public void answered() {
      boolean before;
      synchronized (this) {
        before = given;
        given = true;
      }
      if (before) {
        giveBack(responseBytes);
        sent();
      } else {
        permits.served(requests);
      }
      ended.run();
    }
  }
}
