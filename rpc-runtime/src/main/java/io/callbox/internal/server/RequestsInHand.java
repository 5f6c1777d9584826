package io.callbox.internal.server;

import io.callbox.internal.lease.InFlightRequests;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The requests that a server has taken and that have not ended: how many they are, the memory that
 * they take up, and their places. Safe for use by many threads.
 */
final class RequestsInHand {

  private final Places places;
  private final ByteBudget room = ByteBudget.ofHeap();
  private final Function<QueueName, ServiceLane> lanes;
  private final InFlightRequests inFlight;
  private final QueueGate gate;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * None yet.
   *
   * @param permits receives the permits of requests that end
   * @param lanes returns the lane of a queue's requests, which hears of those that end
   * @param inFlight the requests that the server knows it holds
   * @param gate hears of queues of which one more request would be taken
   */
  RequestsInHand(
      Permits permits,
      Function<QueueName, ServiceLane> lanes,
      InFlightRequests inFlight,
      QueueGate gate) {
    this.places = new Places(permits, room);
    this.lanes = lanes;
    this.inFlight = inFlight;
    this.gate = gate;
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
  boolean awaitNoneHeldUp(Duration bound) throws InterruptedException {
    return places.awaitNoneHeldUp(bound);
  }

  /** Adds what has been taken. */
  void add(Delivery delivery) {
    count.addAndGet(delivery.requests());
    inFlight.add(delivery);
    room.take(delivery.message().length);
  }

  /** Returns the place of a request, whose response has so many bytes. */
  Places.Place placeOf(Delivery delivery, int responseBytes) {
    return places.of(1, responseBytes, () -> ended(delivery, 1, delivery.message().length));
  }

  /** Returns the places of the members of a chunk. */
  ChunkSender.PlaceOf placesOf(Delivery chunk, int members) {
    return new ChunkPlaces(chunk, members);
  }

  private void ended(Delivery delivery, int requests, int bytes) {
    room.giveBack(bytes);
    count.addAndGet(-requests);
    lanes.apply(delivery.queue()).ended(requests).forEach(gate::listen);
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
    public Places.Place members(int members, int bytes) {
      return places.of(members, bytes, () -> membersEnded(members));
    }

    private void membersEnded(int members) {
      boolean last = left.addAndGet(-members) == 0;
      ended(chunk, members, last ? chunk.message().length : 0);
    }
  }
}
