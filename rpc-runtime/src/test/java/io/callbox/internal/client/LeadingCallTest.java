package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.CallerCrowd;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.json.Numbers;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Namespace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller that leads a push lets it go once, whatever it hears. */
final class LeadingCallTest {

  private static final MethodDescriptor<Integer> METHOD =
      MethodDescriptor.named("Arith", "add").returning(Numbers::readInt);
  private static final Route ROUTE = new Route(Namespace.NONE.inbox("node"), true, false);

  private final AtomicInteger letGo = new AtomicInteger();
  private final CallerCrowd crowd = new CallerCrowd();
  private final BlockingCall<Integer> call =
      new BlockingCall<>(
          METHOD,
          ROUTE,
          new PendingCall.Sent(
              1,
              RequestEnvelope.of(new byte[0]),
              System.nanoTime(),
              Duration.ofDays(1).toNanos(),
              null),
          (unsent, failure) -> unsent.failed(failure));

  @BeforeEach
  void manyCall() {
    for (int caller = 0; caller < 64; caller++) {
      crowd.entered();
    }
  }

  @Test
  void pushThatNobodyJoinsIsLetGoAfterAmoment() {
    call.lead(this::waits, crowd);
    assertEquals(1, letGo.get());
    assertEquals(1, crowd.entered());
  }

  @Test
  void pushThatOthersHaveSentIsLeft() {
    call.pushed();
    call.lead(this::waits, crowd);
    assertEquals(0, letGo.get());
    assertTrue(crowd.entered() > 1);
  }

  @Test
  void callThatHasEndedWaitsForNobody() {
    call.failed(new RpcException(StatusCode.CANCELLED, "closed"));
    call.lead(this::waits, crowd);
    assertEquals(0, letGo.get());
  }

  @Test
  void interruptedCallerLetsItGoAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    call.lead(this::waits, crowd);
    assertTrue(Thread.interrupted());
    assertEquals(1, letGo.get());
  }

  @Test
  void callerThatLeadsNothingDoesNotWait() {
    call.lead(null, crowd);
    assertTrue(crowd.entered() > 1);
  }

  private boolean waits() {
    letGo.incrementAndGet();
    return true;
  }
}
