package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.CallStatus.Times;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallFilterTest {

  private static final SubmittedCall CALL =
      new SubmittedCall(
          "november",
          "build",
          State.FAILED,
          1,
          null,
          new Times(Instant.EPOCH, null, null, null),
          null,
          null);

  @ParameterizedTest
  @CsvSource({
    "build, true",
    "Reports.build, true",
    "BUILD, true",
    "b*, true",
    "*, true",
    "buil, false",
    "builder, false",
    "Reports.b*d, true"
  })
  void methodIsItsWholeNameOrAPattern(String method, boolean fits) {
    assertEquals(fits, CallFilter.ALL.ofMethod(method).test(CALL));
  }

  @ParameterizedTest
  @CsvSource({
    "build, true",
    "Reports.build, true",
    "reports.B*, true",
    "*.build, true",
    "Other.build, false",
    "Rep*, false"
  })
  void serviceInTheNameIsTheOneOfTheCalls(String method, boolean fits) {
    CallFilter filter = CallFilter.ALL.ofService("Reports").ofMethod(method);
    assertEquals(fits, filter.test(CALL));
  }

  @Test
  void stateAndMethodHaveToFit() {
    assertTrue(CallFilter.ALL.isAll() && CallFilter.ALL.test(CALL));
    CallFilter failed = CallFilter.ALL.inState(State.FAILED);
    assertTrue(failed.ofMethod("build").test(CALL));
    assertFalse(failed.ofMethod("drop").test(CALL));
    assertFalse(CallFilter.ALL.inState(State.RUNNING).test(CALL));
  }

  @Test
  void methodThatIsLongIsRefused() {
    String method = "x".repeat(CallFilter.LONGEST_TEXT + 1);
    assertThrows(IllegalArgumentException.class, () -> CallFilter.ALL.ofMethod(method));
  }
}
