package io.callbox.transport.redisson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.QueueConsumer.Receiver;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TakeUnderWayTest {

  private static final Receiver ROOMY = taken -> {};

  /** Longer than the test may take: what ends a take early shows that it does not wait for this. */
  private static final Duration LONG = Duration.ofDays(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final TakeUnderWay take = new TakeUnderWay(lock.newCondition());

  @BeforeEach
  void lock() {
    lock.lock();
  }

  @AfterEach
  void unlock() {
    lock.unlock();
  }

  @Test
  void takeWithLittleRoomLeftIsOver() {
    take.open(8, 1, LONG, ROOMY);
    assertTrue(take.mayGoOn());
    take.room.use(4);
    assertFalse(take.mayGoOn());
    assertEquals(4, take.await());
  }

  @Test
  void takeEndsWhenItsTimeIsOver() {
    take.open(8, 1, Duration.ofMillis(1), ROOMY);
    assertEquals(0, take.await());
  }

  @Test
  void endBeforeTheTakeBeginsEndsItOnly() {
    take.end();
    take.open(8, 1, LONG, ROOMY);
    assertEquals(0, take.await());
    take.close();
    take.open(8, 1, LONG, ROOMY);
    assertTrue(take.mayGoOn());
  }

  @Test
  void whatComesLateEndsNoLaterTake() {
    take.endIfOpen();
    take.open(8, 1, LONG, ROOMY);
    assertTrue(take.mayGoOn());
    take.endIfOpen();
    assertFalse(take.mayGoOn());
  }

  @Test
  void takeFailsOnlyIfNothingHasCome() {
    take.open(8, 1, LONG, ROOMY);
    take.room.use(1);
    take.fail(new IllegalStateException("cut off"));
    assertEquals(1, take.await());
    take.close();
    take.open(8, 1, LONG, ROOMY);
    take.fail(new IllegalStateException("cut off again"));
    assertEquals(
        "cut off again", assertThrows(IllegalStateException.class, take::await).getMessage());
  }
}
