package io.callbox.internal.client.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallStore.Submitted;
import io.callbox.transport.QueueName;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When who waits for a call that was submitted here has to look at its record. */
final class FreshCallTest {

  private final AtomicInteger looks = new AtomicInteger();
  private final OutcomeWait first = ending();

  private OutcomeWait ending() {
    return new OutcomeWait(
        new QueueName("services:Jobs"), "a", false, call -> looks.incrementAndGet());
  }

  private static FreshCall call(boolean isListed) {
    return new FreshCall("a", 0, isListed);
  }

  @Test
  void newCallIsNotLookedAtBeforeAHintComes() {
    FreshCall call = call(true);
    call.answered(Submitted.NEW);
    assertTrue(call.tell(first));
    assertEquals(0, looks.get());
    assertSame(first, call.hinted());
  }

  @Test
  void hintThatCameBeforeAnybodyWaitedIsRemembered() {
    FreshCall call = call(true);
    call.hinted();
    call.answered(Submitted.NEW);
    assertTrue(call.tell(first));
    assertEquals(1, looks.get());
  }

  @Test
  void callIsNotLookedAtBeforeRedisHasAnsweredItsSubmission() {
    FreshCall call = call(false);
    call.tell(first);
    assertNull(call.polled());
    assertNull(call.hinted());
    assertEquals(0, looks.get());
    call.answered(Submitted.NEW);
    assertSame(first, call.polled());
    assertEquals(1, looks.get());
  }

  @Test
  void callThatWasThereIsLookedAt() {
    FreshCall call = call(true);
    call.tell(first);
    call.answered(Submitted.JOINED);
    assertEquals(1, looks.get());
  }

  @Test
  void callWhoseHintsAreNotKnownToComeIsLookedAtOnceItIsThere() {
    FreshCall call = call(false);
    call.tell(first);
    assertEquals(0, looks.get());
    call.answered(Submitted.NEW);
    assertEquals(1, looks.get());
  }

  @Test
  void onlyOneIsToldByIt() {
    FreshCall call = call(true);
    assertTrue(call.tell(first));
    assertFalse(call.tell(ending()));
  }

  @Test
  void othersReadNoRecordBeforeItsSubmissionHasEnded() {
    FreshCall call = call(false);
    assertTrue(call.tell(first));
    OutcomeWait second = ending();
    assertFalse(call.tell(second));
    EndHints.Listener other = call.other(second);
    assertNull(other.hinted());
    assertNull(other.polled());
    assertEquals(0, looks.get());
    call.answered(Submitted.NEW);
    assertEquals(2, looks.get());
    assertSame(second, other.hinted());
    OutcomeWait third = ending();
    assertSame(third, call.other(third), "who comes now reads at once");
  }

  @Test
  void othersAreToldWhyItWasNotSubmitted() {
    FreshCall call = call(false);
    call.tell(first);
    OutcomeWait second = ending();
    EndHints.Listener other = call.other(second);
    call.failed(new RpcException(StatusCode.ALREADY_EXISTS, "taken"));
    assertTrue(second.end().isCompletedExceptionally());
    call.ended();
    assertEquals(0, looks.get());
    other.closed(new RpcException(StatusCode.CANCELLED, "closed"));
    OutcomeWait third = ending();
    call.other(third);
    assertTrue(third.end().isCompletedExceptionally());
  }

  @Test
  void whoeverWaitsIsToldWhyItWasNotSubmitted() {
    FreshCall early = call(true);
    early.tell(first);
    early.failed(new RpcException(StatusCode.UNAVAILABLE, "away"));
    assertTrue(first.end().isCompletedExceptionally());
    OutcomeWait again = ending();
    assertTrue(early.tell(again), "who waits once more does not read another call's record");
    assertTrue(again.end().isCompletedExceptionally());
    FreshCall late = call(true);
    late.failed(new RpcException(StatusCode.UNAVAILABLE, "away"));
    OutcomeWait second = ending();
    assertTrue(late.tell(second));
    assertTrue(second.end().isCompletedExceptionally());
  }

  @Test
  void itIsForgottenWhenNobodyWaitsAndItsSubmissionHasEnded() {
    FreshCall call = call(true);
    assertFalse(call.isForgotten(100, 10), "its submission has not ended");
    call.answered(Submitted.NEW);
    assertFalse(call.isForgotten(5, 10), "somebody may wait soon");
    assertTrue(call.isForgotten(100, 10));
    assertFalse(call.tell(first), "who comes now waits by itself");
    FreshCall awaited = call(true);
    awaited.answered(Submitted.NEW);
    awaited.tell(first);
    assertFalse(awaited.isForgotten(100, 10));
  }
}
