package io.callbox.internal.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.wire.HandOverMark;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A node is dead, and requests that were handed over to it wait in its inbox. */
final class HandedOverRequestsTest {

  private static final QueueName INBOX = new QueueName("nodes:dead");

  private final InMemoryTransport broker = new InMemoryTransport();
  private long pushes;
  private final List<String> tried = new ArrayList<>();
  private StatusCode refusal = StatusCode.UNAVAILABLE;
  private final HandedOverRequests handedOver =
      new HandedOverRequests(Namespace.NONE, new AwayRefused());

  @Test
  void requestsOfOtherServicesGoBackBesideOneWhoseMasterIsAway() {
    handOver("Away", 1);
    handOver("Away", 2);
    handOver("Near", 3);
    assertFalse(handedOver.putBack(INBOX, 4), "some are left");
    assertEquals(1, waiting(Namespace.NONE.service("Near")));
    assertEquals(2, waiting(INBOX));
    assertEquals(2, tried.size(), "a master that is away is asked once");
  }

  @Test
  void finalRefusalIsNotTriedAgain() {
    for (StatusCode code : List.of(StatusCode.PERMISSION_DENIED, StatusCode.INTERNAL)) {
      refusal = code;
      handOver("Away", 1);
      assertTrue(handedOver.putBack(INBOX, 4), code::name);
    }
    refusal = StatusCode.RESOURCE_EXHAUSTED;
    assertFalse(handedOver.putBack(INBOX, 4));
  }

  @Test
  void beatMovesSoManyPortions() {
    for (int id = 0; id < 1_001; id++) {
      handOver("Near", id);
    }
    assertFalse(handedOver.putBack(INBOX, 1), "the rest is for the next beat");
    assertEquals(1, waiting(INBOX));
    assertTrue(handedOver.putBack(INBOX, 4));
    assertEquals(0, waiting(INBOX));
  }

  @Test
  void manyThatStayHideNoneBehindThem() {
    for (int id = 0; id < 2_500; id++) {
      handOver("Away", id);
    }
    handOver("Near", 2_500);
    assertFalse(handedOver.putBack(INBOX, 2), "it has not come to the end");
    assertFalse(handedOver.putBack(INBOX, 2), "some are left");
    assertEquals(1, waiting(Namespace.NONE.service("Near")));
    refusal = StatusCode.INTERNAL;
    handOver("Near", 2_501);
    assertFalse(handedOver.putBack(INBOX, 2), "it begins anew, with those that were left");
    assertTrue(handedOver.putBack(INBOX, 2), "the others are refused for good");
    assertEquals(2, waiting(Namespace.NONE.service("Near")));
  }

  @Test
  void requestsToTheNodeItselfHideNoneBehindThem() {
    toItself(0, 1_000);
    handOver("Near", 1_000);
    assertTrue(handedOver.putBack(INBOX, 4));
    assertEquals(1, waiting(Namespace.NONE.service("Near")));
    assertEquals(1_000, waiting(INBOX));
  }

  @Test
  void requestsThatMoveForwardAsOthersLeaveAreLookedAtTheNextTime() {
    toItself(0, 1_500);
    handOver("Near", 1_500);
    assertFalse(handedOver.putBack(INBOX, 1));
    withdraw(600);
    assertTrue(handedOver.putBack(INBOX, 4));
    assertEquals(1, waiting(Namespace.NONE.service("Near")));
  }

  @Test
  void requestsOfANodeThatWasBackMeanwhileAreAllLookedAt() {
    toItself(0, 1_500);
    assertFalse(handedOver.putBack(INBOX, 1));
    withdraw(1_500);
    handOver("Near", 1_500);
    toItself(1_501, 3_000);
    assertTrue(handedOver.putBack(INBOX, 4));
    assertEquals(1, waiting(Namespace.NONE.service("Near")));
  }

  private void toItself(int from, int to) {
    for (int id = from; id < to; id++) {
      push(("{\"id\":" + id + ",\"method\":\"Near.m\"}").getBytes(UTF_8));
    }
  }

  private void withdraw(int oldest) {
    for (byte[] each : broker.waiting(INBOX, oldest, 1 << 20).toCompletableFuture().join()) {
      broker.withdraw(INBOX, each).toCompletableFuture().join();
    }
  }

  private void handOver(String service, int id) {
    byte[] request = ("{\"id\":" + id + ",\"method\":\"" + service + ".m\"}").getBytes(UTF_8);
    push(HandOverMark.mark(Slice.of(request), service));
  }

  private void push(byte[] message) {
    broker
        .push(INBOX, List.of(message), new PushOptions(true, 10_000, "s", ++pushes))
        .toCompletableFuture()
        .join();
  }

  private int waiting(QueueName queue) {
    return broker.backlog(queue).toCompletableFuture().join().length();
  }

  private final class AwayRefused extends ForwardingTransport {

    AwayRefused() {
      super(broker);
    }

    @Override
    public CompletionStage<Boolean> move(
        QueueName queue, byte[] message, QueueName other, byte[] moved) {
      tried.add(other.key());
      return other.key().endsWith("Away")
          ? CompletableFuture.failedFuture(new RpcException(refusal, "on purpose"))
          : super.move(queue, message, other, moved);
    }
  }
}
