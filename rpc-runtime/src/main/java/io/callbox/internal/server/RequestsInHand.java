package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.lease.InFlightRequests;
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
 * The requests that a server has taken and that have not ended: how many they are, the memory that
 * they take up, and their places, which they have until Redis has their responses. One whose
 * response cannot be sent, as the master that is to have it is away, gives its place to another.
 * What it takes up in memory stays counted, and no more than {@link #MOST_HELD_UP} give their
 * places: so both are bounded.
 *
 * <p>Safe for use by many threads.
 */
final class RequestsInHand {

  /** Each is sent again twice a second, and has some objects of its own. */
  static final int MOST_HELD_UP = 20_000;

  /**
   * A request that runs is in memory several times: as its message, as arguments, as a result, and
   * as a response.
   */
  private static final int SHARE_OF_HEAP = 16;

  private final Permits permits;
  private final long mostBytes;
  private final Map<QueueName, ServiceLane> lanes;
  private final InFlightRequests inFlight;
  private final Consumer<QueueName> again;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicLong usedBytes = new AtomicLong();

  /** How many responses wait for a master, with their places given to others. */
  @GuardedBy("this")
  private int heldUp;

  /**
   * None yet.
   *
   * @param permits receives the permits of requests that end
   * @param mostBytes the memory that they may take up
   * @param lanes the lane of each queue's requests, which hears of those that end
   * @param inFlight the requests that the server knows it holds
   * @param again hears of queues of which one more request would be taken
   */
  RequestsInHand(
      Permits permits,
      long mostBytes,
      Map<QueueName, ServiceLane> lanes,
      InFlightRequests inFlight,
      Consumer<QueueName> again) {
    this.permits = permits;
    this.mostBytes = mostBytes;
    this.lanes = lanes;
    this.inFlight = inFlight;
    this.again = again;
  }

  /** Returns a sixteenth of the memory that this JVM may use. */
  static long shareOfHeap() {
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
   * Returns for how many bytes of requests there is room; below 1 for none. The last request that
   * is taken need not fit, so even the largest request is served, by itself.
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

  /** Guard against race with {@link #awaitRoom}: it looks again before it waits. */
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

  /** Adds what has been taken. */
  void add(Delivery delivery) {
    count.addAndGet(delivery.requests());
    inFlight.add(delivery);
    usedBytes.addAndGet(delivery.message().length);
  }

  /** Returns the place of a request, whose response has so many bytes. */
  Place placeOf(Delivery delivery, int responseBytes) {
    return new Place(1, responseBytes, () -> ended(delivery, 1, delivery.message().length));
  }

  /** Returns the places of the members of a chunk. */
  ChunkSender.PlaceOf placesOf(Delivery chunk, int members) {
    return new ChunkPlaces(chunk, members);
  }

  private void ended(Delivery delivery, int requests, int unused) {
    giveBack(unused);
    count.addAndGet(-requests);
    lane(delivery.queue()).ended(requests).forEach(again);
  }

  /** Returns whether one more response may wait without a place. */
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

  /** The places of the members of a chunk: its memory comes back with the last. */
  private final class ChunkPlaces implements ChunkSender.PlaceOf {

    private final Delivery chunk;
    private final AtomicInteger left;

    ChunkPlaces(Delivery chunk, int members) {
      this.chunk = chunk;
      this.left = new AtomicInteger(members);
    }

    @Override
    public Place members(int members, int bytes) {
      return new Place(members, bytes, () -> membersEnded(members));
    }

    private void membersEnded(int members) {
      boolean last = left.addAndGet(-members) == 0;
      ended(chunk, members, last ? chunk.message().length : 0);
    }
  }

  /**
   * The place of requests that are about to be answered. Its methods may race: the end, with
   * another attempt that is held up.
   */
  final class Place {

    private final int requests;
    private final int responseBytes;
    private final Runnable ended;

    @GuardedBy("this")
    private boolean given;

    private Place(int requests, int responseBytes, Runnable ended) {
      this.requests = requests;
      this.responseBytes = responseBytes;
      this.ended = ended;
    }

    /** The response cannot be sent for now. It keeps its place if too many wait without one. */
    synchronized void heldUp() {
      if (!given && tryHoldUp()) {
        given = true;
        usedBytes.addAndGet(responseBytes);
        permits.served(requests);
      }
    }

    /** The response has been sent, or has been given up. */
    void end() {
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
