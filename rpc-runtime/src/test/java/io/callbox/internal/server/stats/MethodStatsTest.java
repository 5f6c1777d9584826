package io.callbox.internal.server.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.rpc.StatusCode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class MethodStatsTest {

  private static final int LOOKS = 300_000;

  private final MethodStats stats = new MethodStats();

  @Test
  void callsAddUp() {
    stats.begin(3);
    stats.begin(-1);
    stats.begin(0);
    stats.end(null, 5);
    stats.end(StatusCode.CANCELLED, 5);
    assertEquals(3, stats.calls());
    assertEquals(1, stats.running());
    assertEquals(2, stats.ran().count());
    assertEquals(Map.of(StatusCode.CANCELLED, 1L), stats.errors());
  }

  @Test
  void callThatRunsForLongIsSeenBesideAFloodOfShortOnes() throws Exception {
    stats.begin(0);
    AtomicBoolean over = new AtomicBoolean();
    Thread flood = new Thread(() -> callUntil(over), "flood");
    flood.start();
    int unseen = 0;
    for (int look = 0; look < LOOKS; look++) {
      unseen += stats.running() < 1 ? 1 : 0;
    }
    over.set(true);
    flood.join();
    assertEquals(0, unseen);
    assertEquals(1, stats.running());
  }

  private void callUntil(AtomicBoolean over) {
    while (!over.get()) {
      stats.begin(0);
      stats.end(null, 1);
    }
  }
}
