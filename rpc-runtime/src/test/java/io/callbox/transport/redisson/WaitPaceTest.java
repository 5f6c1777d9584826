package io.callbox.transport.redisson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WaitPaceTest {

  private static final Duration FIRST = Duration.ofSeconds(1);

  private final WaitPace pace = new WaitPace();

  @Test
  void waitsThatBringNothingGrowToABound() {
    assertEquals(Duration.ofSeconds(1), pace.of(FIRST, true));
    pace.ended(false, false);
    assertEquals(Duration.ofSeconds(2), pace.of(FIRST, true));
    pace.ended(false, false);
    pace.ended(false, false);
    assertEquals(Duration.ofSeconds(4), pace.of(FIRST, true));
  }

  @Test
  void waitThatBroughtSomethingIsFollowedByAShortOne() {
    pace.ended(false, false);
    pace.ended(true, false);
    assertEquals(FIRST, pace.of(FIRST, true));
  }

  @Test
  void waitThatNobodyCanEndStaysShort() {
    pace.ended(false, false);
    pace.ended(false, false);
    assertEquals(FIRST, pace.of(FIRST, false));
  }

  @Test
  void waitThatFailsIsFollowedByARestUntilOneDoesNot() {
    assertFalse(pace.isFailing());
    pace.ended(false, true);
    assertTrue(pace.isFailing());
    pace.ended(false, true);
    assertTrue(pace.isFailing());
    pace.ended(false, false);
    assertFalse(pace.isFailing());
    assertFalse(pace.rests());
  }
}
