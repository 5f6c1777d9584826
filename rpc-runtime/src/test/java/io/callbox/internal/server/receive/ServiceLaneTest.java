package io.callbox.internal.server.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.QueueName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ServiceLaneTest {

  private static final QueueName QUEUE = new QueueName("services:Arith");
  private static final QueueName SHARD = new QueueName("services:Arith:1");

  private final ServiceLane lane = new ServiceLane(Runnable::run);

  @Test
  void fewAreTakenAndNoMore() {
    assertTrue(lane.tookFew(QUEUE, ServiceLane.FEW - 1));
    assertFalse(lane.tookFew(QUEUE, 2));
    assertTrue(lane.tookFew(QUEUE, 1));
    assertFalse(lane.tookFew(SHARD, 1));
  }

  @Test
  void chunkIsTakenWholeIfNothingElseIsInHand() {
    assertTrue(lane.tookFew(QUEUE, 256));
    assertFalse(lane.tookFew(QUEUE, 1));
  }

  @Test
  void thoseForWhichThereWerePermitsCount() {
    lane.took(256);
    assertFalse(lane.tookFew(QUEUE, 1));
    lane.ended(256);
    assertTrue(lane.tookFew(QUEUE, ServiceLane.FEW));
  }

  @Test
  void queuesThatWereRefusedAreNamedOnceWhenFewAreLeft() {
    lane.took(ServiceLane.FEW + 1);
    lane.tookFew(QUEUE, 1);
    lane.tookFew(SHARD, 1);
    assertEquals(List.of(), lane.ended(1));
    assertEquals(Set.of(QUEUE, SHARD), Set.copyOf(lane.ended(1)));
    assertEquals(List.of(), lane.ended(1));
  }

  @Test
  void queueThatIsNotListenedToIsNamedWhenFewAreLeft() {
    assertTrue(lane.hasFew(QUEUE));
    lane.took(ServiceLane.FEW);
    assertFalse(lane.hasFew(QUEUE));
    assertFalse(lane.hasFew(QUEUE));
    assertEquals(List.of(QUEUE), lane.ended(1));
    assertTrue(lane.hasFew(QUEUE));
  }
}
