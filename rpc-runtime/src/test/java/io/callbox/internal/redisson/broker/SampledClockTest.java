package io.callbox.internal.redisson.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a sample says that was long under way, beside one that was not. */
final class SampledClockTest {

  private long tickNanos;
  private long redisMillis = 1_000_000;
  private long roundTripMillis;
  private long wayBackMillis;
  private final SampledClock clock = new SampledClock(this::ask, () -> tickNanos);

  /** Redis reads its clock just before the answer arrives, unless that has a long way back. */
  private CompletionStage<Long> ask() {
    pass(roundTripMillis);
    long told = redisMillis;
    pass(wayBackMillis);
    return CompletableFuture.completedFuture(told);
  }

  private void pass(long millis) {
    tickNanos += TimeUnit.MILLISECONDS.toNanos(millis);
    redisMillis += millis;
  }

  @Test
  void betterSampleStopsTheClockAndDoesNotPutItBack() {
    roundTripMillis = 40;
    clock.start();
    assertEquals(redisMillis + 20, clock.millis(), "half of the way is guessed");
    roundTripMillis = 0;
    pass(11_000);
    long last = clock.millis();
    assertEquals(last, clock.millis(), "now the sample is a better one, and 20 ms back");
    pass(5);
    assertEquals(last, clock.millis());
    pass(100);
    assertEquals(redisMillis, clock.millis(), "time has caught up");
  }

  @Test
  void clockThatRedisHasSetBackIsFollowed() {
    clock.start();
    clock.millis();
    redisMillis -= 3_600_000;
    pass(11_000);
    clock.millis();
    assertEquals(redisMillis, clock.millis());
  }

  @Test
  void redisThatStandsStillDoesNotPutTheClockForward() {
    clock.start();
    pass(11_000);
    roundTripMillis = 8_000;
    clock.millis();
    assertEquals(redisMillis, clock.millis());
  }

  @Test
  void nodeThatStandsStillDoesNotPutItsClockBack() {
    clock.start();
    pass(11_000);
    wayBackMillis = 8_000;
    clock.millis();
    assertEquals(redisMillis, clock.millis());
  }

  @Test
  void clockThatRedisHasSetIsFollowedAsFarAsALongWayTells() {
    clock.start();
    redisMillis += 3_600_000;
    pass(11_000);
    roundTripMillis = 8_000;
    clock.millis();
    assertEquals(redisMillis, clock.millis(), "no earlier than the answer");
    roundTripMillis = 0;
    pass(11_000);
    clock.millis();
    assertEquals(redisMillis, clock.millis());
  }
}
