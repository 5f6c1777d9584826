package io.callbox.testkit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time stands still until it is moved, and then passes from one thing to the next. */
@Timeout(60)
final class VirtualClockTest {

  private final VirtualClock clock = new VirtualClock();

  @Test
  void timeStandsStillByItself() {
    long millis = clock.millis();
    clock.advance(Duration.ofMillis(1_500));
    assertEquals(millis + 1_500, clock.millis());
    assertEquals(1_500_000_000L, clock.nanoTime());
  }

  @Test
  void dueEventsHappenInOrderAndAtTheirTime() {
    List<String> happened = new ArrayList<>();
    clock.after(Duration.ofSeconds(3), () -> happened.add("c" + clock.elapsed().toSeconds()));
    clock.after(Duration.ofSeconds(1), () -> happened.add("a" + clock.elapsed().toSeconds()));
    clock.after(Duration.ofSeconds(1), () -> happened.add("b" + clock.elapsed().toSeconds()));
    clock.advance(Duration.ofSeconds(2));
    assertEquals(List.of("a1", "b1"), happened);
    clock.advance(Duration.ofSeconds(2));
    assertEquals(List.of("a1", "b1", "c3"), happened);
  }

  @Test
  void taskThatATaskStartsRunsInTheSameAdvance() {
    List<Long> happened = new ArrayList<>();
    clock.after(
        Duration.ofSeconds(1),
        () -> clock.after(Duration.ofSeconds(1), () -> happened.add(clock.elapsed().toSeconds())));
    clock.advance(Duration.ofSeconds(5));
    assertEquals(List.of(2L), happened);
  }

  @Test
  void whoeverWaitsEverySoOftenDoesSoInEachAdvance() throws Exception {
    CountDownLatch stopping = new CountDownLatch(1);
    AtomicInteger beats = new AtomicInteger();
    Thread heart =
        new Thread(
            () -> {
              try {
                while (!clock.await(stopping, Duration.ofSeconds(2))) {
                  beats.incrementAndGet();
                }
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
    heart.start();
    while (clock.waiting() == 0) {
      Thread.onSpinWait();
    }
    clock.advance(Duration.ofSeconds(31));
    assertEquals(15, beats.get());
    stopping.countDown();
    heart.join(10_000);
    assertFalse(heart.isAlive());
  }

  /** As on a machine where it hardly gets to run. */
  @Test
  void timeStandsStillWhileAWokenThreadWorks() throws Exception {
    AtomicLong finished = new AtomicLong();
    Thread worker =
        new Thread(
            () -> {
              try {
                clock.await(new CountDownLatch(1), Duration.ofSeconds(2));
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_500);
                while (System.nanoTime() < end) {
                  Thread.onSpinWait();
                }
                finished.set(clock.elapsed().toSeconds());
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
    worker.start();
    while (clock.waiting() == 0) {
      Thread.onSpinWait();
    }
    clock.advance(Duration.ofSeconds(31));
    worker.join(30_000);
    assertEquals(2, finished.get());
  }

  @Test
  void eventEndsAWait() throws Exception {
    assertTrue(clock.await(new CountDownLatch(0), Duration.ofSeconds(1)));
  }
}
