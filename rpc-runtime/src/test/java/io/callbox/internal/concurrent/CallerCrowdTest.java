package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class CallerCrowdTest {

  private final CallerCrowd crowd = new CallerCrowd();

  @Test
  void fewCallersWaitForNobody() {
    assertEquals(1, enter(15));
  }

  @Test
  void halfOfManyLeaveTogether() {
    assertEquals(32, enter(64));
    crowd.left();
    crowd.left();
    assertEquals(31, crowd.entered());
  }

  @Test
  void afterWaitsInVainMoreAndMoreLeaveAtOnce() {
    enter(64);
    crowd.led(false);
    assertEquals(1, leaveAtOnce());
    crowd.led(false);
    assertEquals(2, leaveAtOnce());
    for (int vain = 0; vain < 10; vain++) {
      crowd.led(false);
    }
    assertEquals(64, leaveAtOnce());
  }

  @Test
  void oneWaitThatWasNotInVainForgetsThoseThatWere() {
    enter(64);
    crowd.led(false);
    crowd.led(false);
    crowd.led(true);
    assertEquals(0, leaveAtOnce());
    crowd.led(false);
    assertEquals(1, leaveAtOnce());
  }

  private int enter(int callers) {
    int together = 0;
    for (int caller = 0; caller < callers; caller++) {
      together = crowd.entered();
    }
    return together;
  }

  private int leaveAtOnce() {
    int atOnce = 0;
    while (crowd.entered() == 1) {
      crowd.left();
      atOnce++;
    }
    crowd.left();
    return atOnce;
  }
}
