package io.callbox.internal.server.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.lease.HeldRequests;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class RequestsInHandTest {

  private static final int ROOM = 1_000;
  private static final int REQUEST = 10;
  private static final QueueName QUEUE = new QueueName("queue");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Permits permits = new Permits(0, 0, () -> 0);
  private final ServiceLane lane = new ServiceLane(Runnable::run);
  private final List<QueueName> again = new ArrayList<>();
  private final RequestsInHand inHand =
      new RequestsInHand(permits, ROOM, Map.of(QUEUE, lane), new HeldRequests(), again::add);

  @Test
  void placeAndMemoryComeBackWhenTheResponseIsSent() {
    RequestsInHand.Place place = place(100);
    assertEquals(ROOM - REQUEST, inHand.bytesLeft());
    assertEquals(1, inHand.count());
    place.end();
    assertEquals(1, permits.availablePermits());
    assertEquals(ROOM, inHand.bytesLeft());
    assertEquals(0, inHand.count());
  }

  @Test
  void responseThatIsHeldUpGivesItsPlaceOnceAndKeepsItsMemory() {
    RequestsInHand.Place place = place(100);
    place.heldUp();
    place.heldUp();
    assertEquals(1, permits.availablePermits());
    assertEquals(ROOM - REQUEST - 100, inHand.bytesLeft());
    assertEquals(1, inHand.count());
    place.end();
    assertEquals(1, permits.availablePermits());
    assertEquals(ROOM, inHand.bytesLeft());
    assertEquals(0, inHand.count());
  }

  @Test
  void attemptThatFailsAfterTheEndGivesNothing() {
    RequestsInHand.Place place = place(100);
    place.end();
    place.heldUp();
    assertEquals(1, permits.availablePermits());
    assertEquals(ROOM, inHand.bytesLeft());
  }

  @Test
  void memoryOfAChunkComesBackWithItsLastMember() {
    Delivery chunk = taken();
    ChunkSender.PlaceOf places = inHand.placesOf(chunk, 3);
    places.members(2, 0).end();
    assertEquals(2, permits.availablePermits());
    assertEquals(ROOM - REQUEST, inHand.bytesLeft());
    places.members(1, 0).end();
    assertEquals(3, permits.availablePermits());
    assertEquals(ROOM, inHand.bytesLeft());
  }

  /** However small they are: each takes memory and time beside its bytes. */
  @Test
  void responsesBeyondABoundKeepTheirPlacesUntilOthersAreSent() {
    ChunkSender.PlaceOf places = inHand.placesOf(taken(), RequestsInHand.MOST_HELD_UP + 1);
    List<RequestsInHand.Place> held = new ArrayList<>();
    for (int number = 0; number < RequestsInHand.MOST_HELD_UP; number++) {
      held.add(places.members(1, 0));
    }
    held.forEach(RequestsInHand.Place::heldUp);
    RequestsInHand.Place next = places.members(1, 0);
    next.heldUp();
    assertEquals(RequestsInHand.MOST_HELD_UP, permits.availablePermits());
    held.get(0).end();
    next.heldUp();
    assertEquals(RequestsInHand.MOST_HELD_UP + 1, permits.availablePermits());
  }

  @Test
  void endWaitsForResponsesThatAreHeldUp() throws Exception {
    RequestsInHand.Place place = place(100);
    place.heldUp();
    assertFalse(inHand.awaitNoneHeldUp(Duration.ofMillis(1)));
    CompletableFuture<Void> sent = CompletableFuture.runAsync(place::end);
    assertTrue(inHand.awaitNoneHeldUp(LONG));
    sent.get(60, TimeUnit.SECONDS);
  }

  @Test
  void requestIsTakenWhenMemoryComesBack() throws Exception {
    List<RequestsInHand.Place> places = new ArrayList<>();
    for (int number = 0; number < ROOM / REQUEST; number++) {
      places.add(place(0));
    }
    assertFalse(inHand.awaitRoom(Duration.ofMillis(1)));
    CompletableFuture<Void> ended = CompletableFuture.runAsync(places.get(0)::end);
    assertTrue(inHand.awaitRoom(LONG));
    ended.get(60, TimeUnit.SECONDS);
  }

  @Test
  void queueThatWasRefusedIsNamedWhenOneMoreWouldBeTaken() {
    RequestsInHand.Place place = place(0);
    lane.took(ServiceLane.FEW + 1);
    assertFalse(lane.hasFew(QUEUE));
    place.end();
    assertEquals(List.of(), again);
    place(0).end();
    assertEquals(List.of(QUEUE), again);
  }

  private RequestsInHand.Place place(int responseBytes) {
    return inHand.placeOf(taken(), responseBytes);
  }

  private Delivery taken() {
    Delivery request = new Delivery(QUEUE, new byte[REQUEST], null);
    inHand.add(request);
    return request;
  }
}
