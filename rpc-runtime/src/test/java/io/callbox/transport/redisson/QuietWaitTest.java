package io.callbox.transport.redisson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long queues are waited for that have had nothing for a while. */
final class QuietWaitTest {

  private static final Duration FIRST = Duration.ofSeconds(1);

  private final QuietWait wait = new QuietWait();

  @Test
  void waitsThatBringNothingGrowToABound() {
    assertEquals(Duration.ofSeconds(1), wait.of(FIRST, true));
    wait.ended(false);
    assertEquals(Duration.ofSeconds(2), wait.of(FIRST, true));
    wait.ended(false);
    wait.ended(false);
    assertEquals(Duration.ofSeconds(4), wait.of(FIRST, true));
  }

  @Test
  void waitThatBroughtSomethingIsFollowedByAShortOne() {
    wait.ended(false);
    wait.ended(true);
    assertEquals(FIRST, wait.of(FIRST, true));
  }

  @Test
  void waitThatNobodyCanEndStaysShort() {
    wait.ended(false);
    wait.ended(false);
    assertEquals(FIRST, wait.of(FIRST, false));
  }
}
