package io.callbox.internal.redisson.take;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer.Receiver;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
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
    take.use(4);
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
  void lateAnswerEndsNoLaterTake() {
    take.endIfOpen();
    take.open(8, 1, LONG, ROOMY);
    assertTrue(take.mayGoOn());
    take.endIfOpen();
    assertFalse(take.mayGoOn());
  }

  /** What others have brought since they were asked for is counted. */
  @Test
  void lateMessagesAreAcceptedIfThereIsRoomForTheLastOfThem() {
    List<Delivery> late = List.of(message(5), message(4), message(100));
    take.open(8, 1, LONG, new Bytes(10));
    assertTrue(take.accepts(late));
    take.use(6);
    assertFalse(take.accepts(late), "two requests have room");
    take.open(8, 1, LONG, new Bytes(9));
    assertFalse(take.accepts(late), "9 bytes are full after two");
    assertTrue(take.accepts(late.subList(0, 2)));
    take.open(8, 1, LONG, new Bytes(0));
    assertFalse(take.accepts(late.subList(0, 1)));
    take.close();
    assertFalse(take.accepts(late.subList(0, 1)), "no take is under way");
  }

  private static Delivery message(int length) {
    return new Delivery(new QueueName("services:Any"), new byte[length], null);
  }

  @Test
  void takeFailsOnlyIfNothingHasCome() {
    take.open(8, 1, LONG, ROOMY);
    take.use(1);
    take.fail(new IllegalStateException("cut off"));
    assertEquals(1, take.await());
    take.close();
    take.open(8, 1, LONG, ROOMY);
    take.fail(new IllegalStateException("cut off again"));
    assertEquals(
        "cut off again", assertThrows(IllegalStateException.class, take::await).getMessage());
  }

  @Test
  void thereIsNoRoomWhileNoTakeIsUnderWay() {
    assertFalse(take.isOpen());
    take.open(8, 1, LONG, ROOMY);
    assertTrue(take.isOpen());
    take.close();
    assertFalse(take.isOpen());
  }

  @Test
  void halfOfTheRoomIsForWhatLiesBehindAMessage() {
    QueueActivity activity = new QueueActivity();
    take.open(8, 1, LONG, new Bytes(10));
    take.use(1);
    TakeScript.Bound rest = take.behind(message(4), activity);
    assertNotNull(rest);
    assertEquals(4, rest.requests());
    assertEquals(6, rest.bytes());
    assertNull(take.behind(message(10), activity), "it uses all bytes");
    take.use(7);
    assertNull(take.behind(message(1), activity), "it was the last with room");
  }

  @Test
  void roomIsLowWhenHalfOfItIsUsed() {
    take.open(8, 1, LONG, ROOMY);
    take.use(3);
    assertTrue(take.mayGoOn());
    take.use(1);
    assertFalse(take.mayGoOn());
  }

  @Test
  void roomIsLowWhenTheNextChunkWouldBeTornApart() {
    take.open(8, 8, LONG, ROOMY);
    assertTrue(take.mayGoOn());
    take.use(1);
    assertFalse(take.mayGoOn());
  }

  @Test
  void reservedRoomIsNotUsedBeforeItsAnswer() {
    take.open(8, 1, LONG, ROOMY);
    take.use(1);
    TakeUnderWay.Reserved reserved = take.reserve(4, 100, 1);
    assertEquals(3, take.left());
    assertEquals(0, take.used());
    assertTrue(take.isAsked());
    assertTrue(take.answered(reserved, 3));
    assertEquals(6, take.left());
    assertEquals(2, take.used());
    assertFalse(take.isAsked());
  }

  @Test
  void bytesThatAreAskedForAreNotAskedForTwice() {
    take.open(8, 1, LONG, new Bytes(1_000));
    TakeUnderWay.Reserved reserved = take.reserve(4, 600, 0);
    assertEquals(400, take.bytesLeft());
    take.answered(reserved, 4);
    assertEquals(1_000, take.bytesLeft());
  }

  @Test
  void answerToAnEarlierTakeComesTooLate() {
    take.open(8, 1, LONG, ROOMY);
    TakeUnderWay.Reserved reserved = take.reserve(4, 100, 0);
    take.close();
    take.open(8, 1, LONG, ROOMY);
    assertFalse(take.answered(reserved, 4));
    assertEquals(8, take.left());
  }

  @Test
  void chunkMayExceedTheRoomByWhatItsReceiverSpares() {
    take.open(8, 1, LONG, new Bytes(1_000));
    assertTrue(take.fits(10));
    assertFalse(take.fits(11));
  }

  /** A receiver with room for so many bytes, that spares two requests. */
  private record Bytes(@Override long bytesLeft) implements Receiver {

    @Override
    public void receive(List<Delivery> taken) {}

    @Override
    public int spare() {
      return 2;
    }
  }
}
