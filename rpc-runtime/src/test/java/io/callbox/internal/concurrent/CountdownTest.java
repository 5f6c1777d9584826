package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CountdownTest {

  private long nanos = Long.MAX_VALUE - 5;
  private final Countdown countdown = new Countdown(Duration.ofNanos(10), () -> nanos);

  @Test
  void waitsSpendTheBoundTogether() {
    nanos += 4;
    assertEquals(Duration.ofNanos(6), countdown.left());
    nanos += 5;
    assertEquals(Duration.ofNanos(1), countdown.left());
  }

  @Test
  void nothingIsLeftAfterItsEnd() {
    nanos += 11;
    assertEquals(Duration.ZERO, countdown.left());
  }
}
