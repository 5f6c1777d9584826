package io.callbox.internal.server.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.lease.HeldRequests;
import io.callbox.internal.server.reply.ResponsePermit;
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
  void permitAndMemoryComeBackWhenTheResponseIsSent() {
    ResponsePermit permit = permit(100);
    assertEquals(ROOM - REQUEST, inHand.bytesLeft());
    assertEquals(1, inHand.count());
    permit.answered();
    assertEquals(1, permits.availablePermits());
    assertEquals(ROOM, inHand.bytesLeft());
    assertEquals(0, inHand.count());
  }

  @Test
  void responseThatIsHeldUpGivesItsPermitOnceAndKeepsItsMemory() {
    ResponsePermit permit = permit(100);
    permit.heldUp();
    permit.heldUp();
    assertEquals(1, permits.availablePermits());
    assertEquals(ROOM - REQUEST - 100, inHand.bytesLeft());
    assertEquals(1, inHand.count());
    permit.answered();
    assertEquals(1, permits.availablePermits());
    assertEquals(ROOM, inHand.bytesLeft());
    assertEquals(0, inHand.count());
  }

  @Test
  void attemptThatFailsAfterTheEndGivesNothing() {
    ResponsePermit permit = permit(100);
    permit.answered();
    permit.heldUp();
    assertEquals(1, permits.availablePermits());
    assertEquals(ROOM, inHand.bytesLeft());
  }

  @Test
  void memoryOfAChunkComesBackWithItsLastMember() {
    Delivery chunk = taken();
    ResponsePermit.OfMembers ofMembers = inHand.permitsOf(chunk, 3);
    ofMembers.members(2, 0).answered();
    assertEquals(2, permits.availablePermits());
    assertEquals(ROOM - REQUEST, inHand.bytesLeft());
    ofMembers.members(1, 0).answered();
    assertEquals(3, permits.availablePermits());
    assertEquals(ROOM, inHand.bytesLeft());
  }

  /** However small they are: each takes memory and time beside its bytes. */
  @Test
  void responsesBeyondABoundKeepTheirPermitsUntilOthersAreSent() {
    ResponsePermit.OfMembers ofMembers = inHand.permitsOf(taken(), RequestsInHand.MOST_HELD_UP + 1);
    List<ResponsePermit> held = new ArrayList<>();
    for (int number = 0; number < RequestsInHand.MOST_HELD_UP; number++) {
      held.add(ofMembers.members(1, 0));
    }
    held.forEach(ResponsePermit::heldUp);
    ResponsePermit next = ofMembers.members(1, 0);
    next.heldUp();
    assertEquals(RequestsInHand.MOST_HELD_UP, permits.availablePermits());
    held.get(0).answered();
    next.heldUp();
    assertEquals(RequestsInHand.MOST_HELD_UP + 1, permits.availablePermits());
  }

  @Test
  void endWaitsForResponsesThatAreHeldUp() throws Exception {
    ResponsePermit permit = permit(100);
    permit.heldUp();
    assertFalse(inHand.awaitNoneHeldUp(Duration.ofMillis(1)));
    CompletableFuture<Void> sent = CompletableFuture.runAsync(permit::answered);
    assertTrue(inHand.awaitNoneHeldUp(LONG));
    sent.get(60, TimeUnit.SECONDS);
  }

  @Test
  void requestIsTakenWhenMemoryComesBack() throws Exception {
    List<ResponsePermit> taken = new ArrayList<>();
    for (int number = 0; number < ROOM / REQUEST; number++) {
      taken.add(permit(0));
    }
    assertFalse(inHand.awaitRoom(Duration.ofMillis(1)));
    CompletableFuture<Void> ended = CompletableFuture.runAsync(taken.get(0)::answered);
    assertTrue(inHand.awaitRoom(LONG));
    ended.get(60, TimeUnit.SECONDS);
  }

  @Test
  void queueThatWasRefusedIsNamedWhenOneMoreWouldBeTaken() {
    ResponsePermit permit = permit(0);
    lane.took(ServiceLane.FEW + 1);
    assertFalse(lane.hasFew(QUEUE));
    permit.answered();
    assertEquals(List.of(), again);
    permit(0).answered();
    assertEquals(List.of(QUEUE), again);
  }

  private ResponsePermit permit(int responseBytes) {
    return inHand.permitOf(taken(), responseBytes);
  }

  private Delivery taken() {
    Delivery request = new Delivery(QUEUE, new byte[REQUEST], null);
    inHand.add(request);
    return request;
  }
}
