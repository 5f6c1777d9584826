package io.callbox.internal.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.CallRequest;
import io.callbox.internal.client.request.CallerIdentity;
import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.internal.wire.Slice;
import io.callbox.json.Numbers;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Taking;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the caller of an ended call is told of its request: it waits, was taken, or is not there.
 */
final class CallCancellerTest {

  private static final MethodDescriptor<Integer> METHOD =
      MethodDescriptor.named("Slow", "run").returning(Numbers::readInt);
  private static final QueueName QUEUE = Namespace.NONE.inbox("server");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final SteppedClock clock = new SteppedClock();
  private final InMemoryTransport transport = new InMemoryTransport(clock);
  private final TaskScheduler later = new TaskScheduler("canceller-later", clock);
  private final CallCanceller canceller =
      new CallCanceller(
          transport,
          Namespace.NONE.cancellations(),
          CallerIdentity.ofNew("caller", Namespace.NONE),
          later);
  private final List<String> signals = new ArrayList<>();
  private final Transport.Listening listening =
      transport.listen(
          Namespace.NONE.cancellations(),
          message -> signals.add(new String(message, StandardCharsets.UTF_8)));

  @AfterEach
  void close() {
    listening.close();
    later.close();
    transport.close();
  }

  @Test
  void requestThatStillWaitsIsTakenBackAndHasCertainlyNotRun() {
    Ended call = sent();
    canceller.exceeded(call);
    call.assertEnded(StatusCode.DEADLINE_EXCEEDED, Executed.NO, "nobody took it");
    assertEquals(0, transport.size(QUEUE));
  }

  @Test
  void requestThatWasTakenMayHaveRun() {
    Ended call = sent();
    take();
    canceller.exceeded(call);
    call.assertEnded(StatusCode.DEADLINE_EXCEEDED, Executed.UNKNOWN, "it was taken");
    assertEquals(List.of(), signals);
  }

  /** The answer to its push may be late. */
  @Test
  void requestOfWhichRedisHasSaidNothingMayHaveRun() {
    Ended call = new Ended();
    canceller.exceeded(call);
    call.assertEnded(StatusCode.UNAVAILABLE, Executed.UNKNOWN, "Redis did not take the request");
  }

  @Test
  void timeoutOfARefusedAttemptTellsTheRefusal() {
    Ended call = new Ended();
    call.attemptFailed(new RpcException(StatusCode.RESOURCE_EXHAUSTED, Executed.NO, "it is full"));
    canceller.exceeded(call);
    call.assertEnded(StatusCode.RESOURCE_EXHAUSTED, Executed.NO, "it is full");
  }

  /** Its first copy may have been taken before the second was withdrawn. */
  @Test
  void requestThatWasSentAgainMayHaveRunThoughItWaits() {
    Ended call = sent();
    call.attemptFailed(new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, "no answer"));
    canceller.exceeded(call);
    call.assertEnded(StatusCode.DEADLINE_EXCEEDED, Executed.UNKNOWN, "sent again");
  }

  @Test
  void serverIsToldOfACancelledCallOnlyIfItMayRun() {
    Ended waiting = sent();
    canceller.cancelled(waiting);
    waiting.assertEnded(StatusCode.CANCELLED, Executed.NO, "before anybody took it");
    assertEquals(List.of(), signals);
    Ended taken = sent();
    take();
    canceller.cancelled(taken);
    taken.assertEnded(StatusCode.CANCELLED, Executed.UNKNOWN, "after it was taken");
    assertEquals(1, signals.size());
    assertTrue(signals.get(0).startsWith("caller-"), signals::toString);
  }

  @Test
  void callToANodeThatIsGoneIsUnavailable() {
    Ended call = sent();
    canceller.lost(call);
    call.assertEnded(StatusCode.UNAVAILABLE, Executed.NO, "nobody serves " + QUEUE);
  }

  @Test
  void closedBrokerDoesNotHoldTheCaller() {
    Ended call = sent();
    transport.close();
    canceller.exceeded(call);
    clock.tasks.forEach(Runnable::run); // the bound of the question
    assertNotNull(call.failure);
  }

  private Ended sent() {
    Ended call = new Ended();
    byte[] request = call.request().bytes();
    transport.reply(
        QUEUE, List.of(new ReplyMessage(request, new Delivery(QUEUE, request, null))), LONG);
    call.leaves(QUEUE, null);
    call.pushed();
    return call;
  }

  private void take() {
    try (QueueConsumer consumer = transport.consume(List.of(QUEUE))) {
      assertEquals(1, Taking.take(consumer, 1, LONG).size());
    }
  }

  /** A call that notes its end. */
  private static final class Ended extends PendingCall {

    private @Nullable RpcException failure;

    Ended() {
      super(
          METHOD,
          new Route(QUEUE, true, false),
          new CallRequest(
              7,
              RequestEnvelope.of("{\"id\":\"7\"}".getBytes(StandardCharsets.UTF_8)),
              0,
              Duration.ofMillis(300).toNanos(),
              null),
          (call, reason) -> call.failed(reason));
    }

    @Override
    public void answered(Slice response) {
      throw new AssertionError("nobody answers");
    }

    @Override
    protected void failed(RpcException reason) {
      assertNull(failure, "ended twice");
      failure = reason;
    }

    private void assertEnded(StatusCode code, Executed executed, String message) {
      RpcException ended = failure;
      assertNotNull(ended);
      assertEquals(code, ended.code());
      assertEquals(executed, ended.executed());
      assertTrue(String.valueOf(ended.getMessage()).contains(message), ended::getMessage);
    }
  }
}
