package io.callbox.internal.lease;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A worker searches for what it holds unawares while one of its queues is out of reach. */
final class OrphanSearchTest {

  private static final QueueName AWAY = new QueueName("nodes:dead");
  private static final QueueName NEAR = new QueueName("services:Arith");
  private static final Set<QueueName> QUEUES = new LinkedHashSet<>(List.of(AWAY, NEAR));
  private static final Worker SELF = new Worker("worker", "1");

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryTransport broker = new InMemoryTransport(clock);
  private boolean away = true;
  private Duration late = Duration.ZERO;
  private int askedAway;
  private StatusCode refusal = StatusCode.UNAVAILABLE;
  private final OrphanScanner orphans =
      new OrphanScanner(new PartlyAway(), SELF, new HeldRequests(), () -> 0);

  @Test
  void queueThatIsOutOfReachKeepsNoOtherFromBeingSearched() {
    assertEquals(List.of(), orphans.search(QUEUES));
    clock.advance(Duration.ofSeconds(9));
    assertEquals(List.of(NEAR), queuesOf(orphans.search(QUEUES)));
    assertFalse(orphans.isAllKnown());
    away = false;
    orphans.search(QUEUES);
    clock.advance(Duration.ofSeconds(9));
    assertEquals(List.of(AWAY, NEAR), queuesOf(orphans.search(QUEUES)));
    assertTrue(orphans.isAllKnown());
  }

  @Test
  void queueThatTheWorkerMayNotReadHoldsNothingThatIsLeftToFind() {
    refusal = StatusCode.PERMISSION_DENIED;
    orphans.search(Set.of(AWAY));
    assertTrue(orphans.isAllKnown());
  }

  /**
   * As of one that holds a request so large that the broker stands still for each such question.
   */
  @Test
  void queueOfWhichTheBrokerAnswersTooLateIsAskedForLessAndLessOften() {
    late = Duration.ofSeconds(3);
    for (int beat = 0; beat < 1_000; beat++) {
      orphans.search(QUEUES);
      clock.advance(Duration.ofSeconds(2));
    }
    assertTrue(askedAway <= 12, () -> "asked " + askedAway + " times");
    away = false;
    late = Duration.ZERO;
    Set<QueueName> found = new HashSet<>();
    for (int beat = 0; beat < 400 && !found.contains(AWAY); beat++) {
      found.addAll(queuesOf(orphans.search(QUEUES)));
      clock.advance(Duration.ofSeconds(2));
    }
    assertEquals(QUEUES, found);
  }

  private static List<QueueName> queuesOf(List<Delivery> found) {
    return found.stream().map(Delivery::queue).toList();
  }

  /** One request is held in each queue; of one of the queues, the broker may not tell. */
  private final class PartlyAway extends ForwardingTransport {

    PartlyAway() {
      super(broker);
    }

    @Override
    public LeaseStore leases() {
      return new ForwardingLeases(broker.leases()) {

        @Override
        public CompletionStage<List<Delivery>> held(
            QueueName queue, Worker worker, int from, int most) {
          if (away && queue.equals(AWAY)) {
            askedAway++;
            clock.advance(late);
            return CompletableFuture.failedFuture(new RpcException(refusal, "refused"));
          }
          byte[] message = queue.key().getBytes(UTF_8);
          List<Delivery> held = List.of(new Delivery(queue, message, queue.taken(worker)));
          return CompletableFuture.completedFuture(from == 0 ? held : List.of());
        }
      };
    }
  }
}
