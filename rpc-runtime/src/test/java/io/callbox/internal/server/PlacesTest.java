package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class PlacesTest {

  private static final int ROOM = 1_000;
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Permits permits = new Permits(0, 0, () -> 0);
  private final ByteBudget room = new ByteBudget(ROOM);
  private final Places places = new Places(permits, room);
  private int ended;

  @Test
  void placeComesBackWhenTheResponseIsSent() {
    Places.Place place = place(3, 100);
    place.end();
    assertEquals(3, permits.availablePermits());
    assertEquals(ROOM, room.left());
    assertEquals(1, ended);
  }

  @Test
  void responseThatIsHeldUpGivesItsPlaceOnceAndKeepsItsMemory() {
    Places.Place place = place(3, 100);
    place.heldUp();
    place.heldUp();
    assertEquals(3, permits.availablePermits());
    assertEquals(ROOM - 100, room.left());
    assertEquals(0, ended);
    place.end();
    assertEquals(3, permits.availablePermits());
    assertEquals(ROOM, room.left());
    assertEquals(1, ended);
  }

  @Test
  void attemptThatFailsAfterTheEndGivesNothing() {
    Places.Place place = place(1, 100);
    place.end();
    place.heldUp();
    assertEquals(1, permits.availablePermits());
    assertEquals(ROOM, room.left());
  }

  /** However small they are: each takes memory and time beside its bytes. */
  @Test
  void responsesBeyondABoundKeepTheirPlacesUntilOthersAreSent() {
    List<Places.Place> held = new ArrayList<>();
    for (int number = 0; number < Places.MOST; number++) {
      held.add(place(1, 0));
    }
    held.forEach(Places.Place::heldUp);
    Places.Place next = place(1, 0);
    next.heldUp();
    assertEquals(Places.MOST, permits.availablePermits());
    held.get(0).end();
    next.heldUp();
    assertEquals(Places.MOST + 1, permits.availablePermits());
  }

  @Test
  void endWaitsForResponsesThatAreHeldUp() throws Exception {
    Places.Place place = place(1, 100);
    place.heldUp();
    assertFalse(places.awaitNoneHeldUp(Duration.ofMillis(1)));
    CompletableFuture<Void> sent = CompletableFuture.runAsync(place::end);
    assertTrue(places.awaitNoneHeldUp(LONG));
    sent.get(60, TimeUnit.SECONDS);
  }

  private Places.Place place(int requests, int bytes) {
    return places.of(requests, bytes, () -> ended++);
  }
}
