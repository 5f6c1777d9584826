package io.callbox.internal.redisson.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RedissonClientsTest {

  /** Redisson takes half of the rest by a hundred, if there is one, for the tick of its timer. */
  @Test
  void firstDelayMakesTheTimerTickTenTimesASecond() {
    Set<Long> delays = new TreeSet<>();
    for (int draw = 0; draw < 1_000; draw++) {
      delays.add(RedissonClients.retryDelay(0).toMillis());
    }
    assertEquals(Set.of(500L, 600L, 700L, 800L, 900L, 1_000L), delays);
  }

  @Test
  void laterDelaysAreLonger() {
    for (int draw = 0; draw < 1_000; draw++) {
      long delay = RedissonClients.retryDelay(1 + draw).toMillis();
      assertTrue(delay >= 1_000 && delay <= 2_000, "" + delay);
    }
  }
}
