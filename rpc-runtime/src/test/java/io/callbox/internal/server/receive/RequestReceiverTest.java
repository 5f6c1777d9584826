package io.callbox.internal.server.receive;

import static io.callbox.internal.server.dispatch.ServingParts.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.internal.lease.DeadNodeReaper;
import io.callbox.internal.lease.Heartbeat;
import io.callbox.internal.lease.SteadyCard;
import io.callbox.internal.server.dispatch.ServingParts;
import io.callbox.testing.Arith;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore.JoinResult;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Taking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Permits and memory of requests: taken with them, and back when they are answered. */
@Timeout(60)
final class RequestReceiverTest {

  private static final QueueName QUEUE = ServingParts.queueOf("Arith");
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int PERMITS = 4;

  private final SteppedClock clock = new SteppedClock();
  private final List<Runnable> tasks = new ArrayList<>();
  private final ServingParts parts =
      new ServingParts(clock, null, new Arith.Skeleton((a, b) -> a * b));
  private final QueueConsumer consumer =
      parts.transport.consume(List.of(QUEUE), ServingParts.WORKER);
  private final Heartbeat heartbeat =
      new Heartbeat(
          parts.transport,
          (SteadyCard) () -> JoinResult.KEPT,
          new DeadNodeReaper(parts.transport, Namespace.NONE, LEASE, node -> {}),
          new Heartbeat.Terms(ServingParts.WORKER, LEASE));
  private final Permits permits = new Permits(PERMITS, PERMITS, clock::nanoTime);
  private final RequestReceiver receiver =
      new RequestReceiver(
          permits,
          new RequestsInHand(
              permits,
              RequestsInHand.shareOfHeap(),
              Map.of(QUEUE, new ServiceLane(tasks::add)),
              parts.heldRequests,
              queue -> {}),
          new QueueGate(heartbeat, consumer),
          parts.streams.hearing(),
          parts.dispatcher,
          parts.replies);

  @BeforeEach
  void begin() {
    heartbeat.hold(List.of(QUEUE));
    heartbeat.start();
  }

  @AfterEach
  void end() {
    heartbeat.stop();
    consumer.close();
    parts.close();
  }

  @Test
  void allFreePermitsAreReservedAndTheUnusedComeBack() throws Exception {
    assertEquals(PERMITS, receiver.reserve());
    assertEquals(0, permits.availablePermits());
    receiver.unused(PERMITS);
    assertEquals(PERMITS, permits.availablePermits());
  }

  @Test
  void permitIsFreeAgainWhenItsRequestIsAnswered() throws Exception {
    receiver.reserve();
    receiver.unused(PERMITS - accepted(1));
    assertEquals(1, parts.heldRequests.size());
    assertEquals(PERMITS - 1, permits.availablePermits());
    runTasks();
    assertEquals(0, parts.heldRequests.size());
    assertEquals(PERMITS, permits.availablePermits());
    assertEquals(1, parts.transport.size(Namespace.NONE.reply("server", "0")));
  }

  @Test
  void permitsAndMemoryComeBackHoweverABadMessageIsAnswered() throws Exception {
    long memory = receiver.bytesLeft();
    receiver.reserve();
    push("garbage");
    push("[" + request("1", "Arith.multiply", "[7,8]", "") + ",17]");
    push("[]");
    receiver.accept(take());
    receiver.unused(PERMITS - 3);
    assertTrue(receiver.bytesLeft() < memory);
    runTasks();
    assertEquals(PERMITS, permits.availablePermits());
    assertEquals(memory, receiver.bytesLeft());
    assertEquals(0, parts.heldRequests.size());
  }

  @Test
  void requestThatHasNotBegunGoesBackWhenTheServerDrains() throws Exception {
    receiver.reserve();
    receiver.unused(PERMITS - accepted(2));
    receiver.drain();
    assertEquals(0, receiver.reserve());
    assertFalse(receiver.awaitIdle(Duration.ofMillis(1)));
    runTasks();
    assertTrue(receiver.awaitIdle(LONG));
    assertEquals(2, parts.transport.size(QUEUE));
    assertEquals(0, parts.heldRequests.size());
  }

  @Test
  void requestMayJoinBetweenTakesOnlyWhileOthersHaveMany() throws Exception {
    assertFalse(receiver.acceptsBetweenTakes(QUEUE));
    receiver.reserve();
    push(request("0", "Arith.multiply", "[7,8]", ""));
    assertFalse(receiver.acceptBetweenTakes(take().get(0)));
    assertEquals(0, parts.heldRequests.size());
  }

  @Test
  void nothingIsReservedAfterTheLeaseHasEnded() throws Exception {
    clock.nanos += LEASE.toNanos() + 1;
    assertEquals(0, receiver.reserve());
    assertEquals(PERMITS, permits.availablePermits());
  }

  /** Otherwise its permit would be lost, and it would be held for as long as the node lives. */
  @Test
  void requestThatCannotBeginByAMistakeLeavesItsPermitAndIsFoundLater() throws Exception {
    receiver.reserve();
    long memory = receiver.bytesLeft();
    QueueName odd = ServingParts.queueOf("Odd"); // the receiver does not know it
    Delivery first = taken(QUEUE);
    List<Delivery> taken = List.of(first, taken(odd), taken(QUEUE));
    assertThrows(NullPointerException.class, () -> receiver.accept(taken));
    assertEquals(1, tasks.size());
    assertEquals(1, parts.heldRequests.size());
    assertEquals(memory - first.message().length, receiver.bytesLeft());
    assertEquals(2, permits.availablePermits());
  }

  private static Delivery taken(QueueName queue) {
    byte[] message = request("0", "Arith.multiply", "[7,8]", "").getBytes(StandardCharsets.UTF_8);
    return new Delivery(queue, message, queue.taken(ServingParts.WORKER));
  }

  private int accepted(int requests) {
    for (int number = 0; number < requests; number++) {
      push(request(String.valueOf(number), "Arith.multiply", "[7,8]", ""));
    }
    receiver.accept(take());
    return requests;
  }

  private void push(String request) {
    byte[] message = request.getBytes(StandardCharsets.UTF_8);
    parts.transport.reply(
        QUEUE, List.of(new ReplyMessage(message, new Delivery(QUEUE, message, null))), LONG);
  }

  private List<Delivery> take() {
    return Taking.take(consumer, PERMITS, Duration.ofSeconds(1));
  }

  private void runTasks() {
    while (!tasks.isEmpty()) {
      tasks.remove(0).run();
    }
  }
}
