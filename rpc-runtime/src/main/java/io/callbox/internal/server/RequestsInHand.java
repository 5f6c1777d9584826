package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.lease.InFlightRequests;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

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

  private final Permits permits;
  private final ByteBudget room;
  private final Function<QueueName, ServiceLane> lanes;
  private final InFlightRequests inFlight;
  private final Consumer<QueueName> again;
  private final AtomicInteger count = new AtomicInteger();

  /** How many responses wait for a master, with their places given to others. */
  @GuardedBy("this")
  private int heldUp;

  /**
   * None yet.
   *
   * @param permits receives the permits of requests that end
   * @param room the memory that they may take up
   * @param lanes returns the lane of a queue's requests, which hears of those that end
   * @param inFlight the requests that the server knows it holds
   * @param again hears of queues of which one more request would be taken
   */
  RequestsInHand(
      Permits permits,
      ByteBudget room,
      Function<QueueName, ServiceLane> lanes,
      InFlightRequests inFlight,
      Consumer<QueueName> again) {
    this.permits = permits;
    this.room = room;
    this.lanes = lanes;
    this.inFlight = inFlight;
    this.again = again;
  }

  int count() {
    return count.get();
  }

  /** Returns for how many bytes of requests there is room; below 1 for none. */
  long bytesLeft() {
    return room.left();
  }

  /** Waits until there is room for bytes. Returns whether there is. */
  boolean awaitRoom(Duration bound) throws InterruptedException {
    return room.await(bound);
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
    room.take(delivery.message().length);
  }

  /** Returns the place of a request, whose response has so many bytes. */
  Place placeOf(Delivery delivery, int responseBytes) {
    return new Place(1, responseBytes, () -> ended(delivery, 1, delivery.message().length));
  }

  /** Returns the places of the members of a chunk. */
  ChunkSender.PlaceOf placesOf(Delivery chunk, int members) {
    return new ChunkPlaces(chunk, members);
  }

  private void ended(Delivery delivery, int requests, int bytes) {
    room.giveBack(bytes);
    count.addAndGet(-requests);
    lanes.apply(delivery.queue()).ended(requests).forEach(again);
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
        room.take(responseBytes);
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
        room.giveBack(responseBytes);
        sent();
      } else {
        permits.served(requests);
      }
      ended.run();
    }
  }
}
