package io.callbox.internal.server.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class PermitsTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  private long now = 42;

  private static Permits always(int count) {
    return new Permits(count, count, () -> 0);
  }

  @Test
  void allThereAreAreTaken() throws InterruptedException {
    assertEquals(7, always(7).take(1, LONG));
    assertEquals(7, always(7).take(7, LONG));
  }

  @Test
  void nobodyWaitsLongForMoreThanThereIs() throws InterruptedException {
    assertEquals(3, always(3).take(64, LONG));
  }

  @Test
  void nothingIsTakenIfTheFirstDoesNotCome() throws InterruptedException {
    assertEquals(0, always(0).take(64, Duration.ofMillis(1)));
  }

  @Test
  void firstIsWaitedFor() throws InterruptedException {
    Permits permits = always(0);
    CompletableFuture<Void> release = CompletableFuture.runAsync(() -> permits.release(5));
    int taken = 0;
    while (taken < 5) {
      taken += permits.take(5, LONG);
    }
    release.join();
    assertEquals(5, taken);
  }

  @Test
  void thereAreAsManyMoreAsAreServedInAMoment() throws InterruptedException {
    Permits permits = new Permits(256, 1_024, () -> now);
    served(permits, 1_000);
    assertEquals(400, permits.adapt(), "as are served in four milliseconds");
    assertEquals(400, permits.take(1, LONG));
    permits.settle(400);
    served(permits, 100_000);
    assertEquals(768, permits.adapt(), "the bound, but for the rest of a chunk");
    assertEquals(256, permits.spare());
    assertEquals(768, permits.take(1, LONG));
    served(permits, 100);
    assertEquals(256, permits.adapt(), "as many as it is told, where they are slow");
    permits.settle(768);
    assertEquals(256, permits.take(1, LONG));
  }

  @Test
  void fixedNumberOfPermitsNeverGrows() {
    Permits permits = new Permits(64, 64, () -> now);
    served(permits, 100_000);
    assertEquals(0, permits.spare());
    assertEquals(64, permits.adapt());
  }

  @Test
  void numberIsFixedForWhoWaitsForAll() {
    Permits permits = new Permits(256, 1_024, () -> now);
    assertEquals(256, permits.fixed());
    served(permits, 100_000);
    assertEquals(256, permits.adapt());
  }

  /** So many are taken and served in ten milliseconds. */
  private void served(Permits permits, int requests) {
    permits.settle(-requests);
    permits.served(requests);
    now += Duration.ofMillis(10).toNanos();
  }

  @Test
  void additionalPermitsAreMissingUntilTheyComeBack() throws InterruptedException {
    Permits permits = always(2);
    permits.settle(-5);
    assertEquals(0, permits.take(1, Duration.ofMillis(1)));
    permits.settle(4);
    assertEquals(1, permits.take(1, LONG));
  }
}
