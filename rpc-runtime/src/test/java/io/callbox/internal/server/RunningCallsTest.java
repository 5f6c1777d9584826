package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.wire.RequestId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RunningCallsTest {

  private final RunningCalls calls = new RunningCalls();

  @AfterEach
  void forgetInterrupts() {
    Thread.interrupted(); // what is cancelled here runs on this thread
  }

  @Test
  void callIsCancelledWhileItRunsAndNotOthers() {
    Cancellation other = calls.begin(id(1));
    Cancellation wanted = calls.begin(id(2));
    calls.cancel(text(2));
    assertTrue(wanted.isCancelled());
    assertFalse(other.isCancelled());
  }

  @Test
  void callThatWasCancelledBeforeItBeganIsCancelled() {
    calls.cancel(text(1));
    assertTrue(calls.begin(id(1)).isCancelled());
    assertFalse(calls.begin(id(2)).isCancelled());
  }

  @Test
  void idThatCanBeGuessedCancelsNothing() {
    Cancellation call = calls.begin(RequestId.of("1"));
    calls.cancel("1");
    assertFalse(call.isCancelled());
  }

  @Test
  void anyNumberMayRunAtATime() {
    List<Cancellation> all = new ArrayList<>();
    for (int number = 0; number < 3_000; number++) {
      all.add(calls.begin(id(number)));
    }
    calls.cancel(text(0));
    calls.cancel(text(2_999));
    assertEquals(2, all.stream().filter(Cancellation::isCancelled).count());
    assertTrue(calls.runsHere());
    all.forEach(calls::end);
    assertFalse(calls.runsHere());
  }

  @Test
  void callThatHasEndedIsNotExpired() {
    List<String> expired = new ArrayList<>();
    Cancellation ended = calls.begin(id(1));
    ended.atDeadline(5, () -> expired.add("ended"));
    Cancellation late = calls.begin(id(2));
    late.atDeadline(5, () -> expired.add("late"));
    ended.leave();
    late.leave();
    calls.end(ended);
    calls.expire(6);
    assertEquals(List.of("late"), expired);
  }

  private static RequestId id(int number) {
    return RequestId.of(text(number));
  }

  private static String text(int number) {
    return "node-" + "s".repeat(22) + '-' + number;
  }
}
