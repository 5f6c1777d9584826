package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class PermitsTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  @Test
  void allThereAreAreTaken() throws InterruptedException {
    assertEquals(7, new Permits(7).take(1, LONG));
    assertEquals(7, new Permits(7).take(7, LONG));
  }

  @Test
  void nobodyWaitsLongForMoreThanThereIs() throws InterruptedException {
    assertEquals(3, new Permits(3).take(64, LONG));
  }

  @Test
  void nothingIsTakenIfTheFirstDoesNotCome() throws InterruptedException {
    assertEquals(0, new Permits(0).take(64, Duration.ofMillis(1)));
  }

  @Test
  void firstIsWaitedFor() throws InterruptedException {
    Permits permits = new Permits(0);
    CompletableFuture<Void> release = CompletableFuture.runAsync(() -> permits.release(5));
    int taken = 0;
    while (taken < 5) {
      taken += permits.take(5, LONG);
    }
    release.join();
    assertEquals(5, taken);
  }

  @Test
  void whatWasNeededBesidesIsMissingUntilItComesBack() throws InterruptedException {
    Permits permits = new Permits(2);
    permits.settle(-5);
    assertEquals(0, permits.take(1, Duration.ofMillis(1)));
    permits.settle(4);
    assertEquals(1, permits.take(1, LONG));
  }
}
