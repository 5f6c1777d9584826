package io.callbox.internal.gateway.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.access.Caller;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateTest {

  private final AtomicLong clock = new AtomicLong();
  private final Rate rate = new Rate(10, clock::get);

  @Test
  void requestsThatCannotAllBeSentTakeNothing() {
    assertTrue(rate.take(Caller.LOCAL, 7));
    assertFalse(rate.take(Caller.LOCAL, 4));
    assertTrue(rate.take(Caller.LOCAL, 3));
    assertFalse(rate.take(Caller.LOCAL, 1));
  }

  @Test
  void rightsComeBackWithTimeUpToThoseOfASecond() {
    assertTrue(rate.take(Caller.LOCAL, 10));
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
    assertFalse(rate.take(Caller.LOCAL, 6));
    assertTrue(rate.take(Caller.LOCAL, 5));
    clock.addAndGet(TimeUnit.SECONDS.toNanos(60));
    assertFalse(rate.take(Caller.LOCAL, 11));
    assertTrue(rate.take(Caller.LOCAL, 10));
  }

  @Test
  void nothingMoreIsAlwaysGranted() {
    assertTrue(rate.take(Caller.LOCAL, 10));
    assertTrue(rate.take(Caller.LOCAL, 0), "a batch of one");
  }
}
