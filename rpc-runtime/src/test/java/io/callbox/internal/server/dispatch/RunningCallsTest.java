package io.callbox.internal.server.dispatch;

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
  private final List<String> expired = new ArrayList<>();

  @AfterEach
  void forgetInterrupts() {
    Thread.interrupted(); // what is cancelled here runs on this thread
  }

  @Test
  void callIsCancelledWhileItRunsAndNotOthers() {
    RunningCall other = begun(text(1));
    RunningCall wanted = begun(text(2));
    calls.cancel(text(2));
    assertTrue(wanted.isCancelled());
    assertFalse(other.isCancelled());
  }

  @Test
  void callThatWasCancelledBeforeItBeganIsCancelled() {
    calls.cancel(text(1));
    assertTrue(begun(text(1)).isCancelled());
    assertFalse(begun(text(2)).isCancelled());
  }

  @Test
  void idThatCanBeGuessedCancelsNothing() {
    RunningCall call = begun("1");
    calls.cancel("1");
    assertFalse(call.isCancelled());
  }

  @Test
  void anyNumberMayRunAtATime() {
    List<RunningCall> all = new ArrayList<>();
    for (int number = 0; number < 3_000; number++) {
      all.add(begun(text(number)));
    }
    calls.cancel(text(0));
    calls.cancel(text(2_999));
    assertEquals(2, all.stream().filter(RunningCall::isCancelled).count());
    assertTrue(calls.runsHere());
    all.forEach(calls::end);
    assertFalse(calls.runsHere());
  }

  @Test
  void callThatHasEndedIsNotExpired() {
    RunningCall ended = begun(text(1));
    RunningCall late = begun(text(2));
    ended.leave();
    late.leave();
    calls.end(ended);
    calls.expire(Trial.DEADLINE + 1);
    assertEquals(List.of(text(2)), expired);
  }

  @Test
  void callWhoseImplementationRunsOnItsFirstThreadExpiresOnlyIfToldTo() {
    RunningCall runs = begun(text(1));
    calls.expire(Trial.DEADLINE + 1);
    assertEquals(List.of(), expired);
    runs.expireNow(Trial.DEADLINE);
    assertEquals(List.of(), expired);
    runs.expireNow(Trial.DEADLINE + 1);
    runs.expireNow(Trial.DEADLINE + 1);
    assertEquals(List.of(text(1)), expired);
    assertTrue(runs.isCancelled());
  }

  private RunningCall begun(String id) {
    RunningCall call = new Trial(id);
    calls.begin(call);
    return call;
  }

  private final class Trial extends RunningCall {

    static final long DEADLINE = 5;

    private final String id;

    Trial(String id) {
      this.id = id;
    }

    @Override
    RequestId cancelledBy() {
      return RequestId.of(id);
    }

    @Override
    long deadline() {
      return DEADLINE;
    }

    @Override
    void expire() {
      expired.add(id);
    }
  }

  private static String text(int number) {
    return "node-" + "s".repeat(22) + '-' + number;
  }
}
