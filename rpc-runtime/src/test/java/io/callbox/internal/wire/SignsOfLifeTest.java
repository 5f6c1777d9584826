package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SignsOfLifeTest {

  private static final long START = Long.MAX_VALUE - 1; // ticks may wrap around

  private final SignsOfLife signs = new SignsOfLife(START, START);

  private static long after(int seconds) {
    return START + Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void otherSideIsSilentAfterHalfAMinute() {
    assertFalse(signs.isSilent(after(29)));
    assertTrue(signs.isSilent(after(30)));
    signs.heard(after(20));
    assertFalse(signs.isSilent(after(30)));
  }

  @Test
  void thisSideSaysSomethingEachFiveSeconds() {
    assertFalse(signs.isDue(after(4)));
    assertTrue(signs.isDue(after(5)));
    signs.said(after(5));
    assertFalse(signs.isDue(after(9)));
  }

  @Test
  void silenceIsToldWithItsLength() {
    assertEquals("nothing was heard of the caller for 30 s", SignsOfLife.silenceOf("the caller"));
  }
}
