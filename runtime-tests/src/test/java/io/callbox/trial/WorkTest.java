package io.callbox.trial;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class WorkTest {

  @Test
  void threadThatWasWokenBeforeWorksToTheEnd() {
    long start = System.nanoTime();
    LockSupport.unpark(Thread.currentThread());
    Work.takes(Duration.ofMillis(20));
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(20).toNanos());
  }

  @Test
  void interruptEndsIt() {
    long start = System.nanoTime();
    Thread.currentThread().interrupt();
    Work.takes(Duration.ofDays(1));
    assertTrue(Thread.interrupted());
    assertTrue(System.nanoTime() - start < Duration.ofDays(1).toNanos());
  }
}
