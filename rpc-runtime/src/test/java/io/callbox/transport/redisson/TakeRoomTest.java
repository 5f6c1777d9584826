package io.callbox.transport.redisson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer.Receiver;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TakeRoomTest {

  private static final Receiver ROOMY = taken -> {};

  private final TakeRoom room = new TakeRoom();

  @Test
  void thereIsNoRoomWhileNoTakeIsUnderWay() {
    assertFalse(room.isOpen());
    room.open(8, 1, ROOMY);
    assertTrue(room.isOpen());
    room.close();
    assertFalse(room.isOpen());
  }

  @Test
  void roomIsLowWhenHalfOfItIsUsed() {
    room.open(8, 1, ROOMY);
    room.use(3);
    assertFalse(room.isLow());
    room.use(1);
    assertTrue(room.isLow());
  }

  @Test
  void roomIsLowWhenTheNextChunkWouldBeTornApart() {
    room.open(8, 8, ROOMY);
    assertFalse(room.isLow());
    room.use(1);
    assertTrue(room.isLow());
  }

  @Test
  void reservedRoomIsNotUsedBeforeItsAnswer() {
    room.open(8, 1, ROOMY);
    room.use(1);
    TakeRoom.Reserved reserved = room.reserve(4, 100, 1);
    assertEquals(3, room.left());
    assertEquals(0, room.used());
    assertTrue(room.isAsked());
    assertTrue(room.answered(reserved, 3));
    assertEquals(6, room.left());
    assertEquals(2, room.used());
    assertFalse(room.isAsked());
  }

  @Test
  void bytesThatAreAskedForAreNotAskedForTwice() {
    room.open(8, 1, new Bytes(1_000));
    TakeRoom.Reserved reserved = room.reserve(4, 600, 0);
    assertEquals(400, room.bytesLeft());
    room.answered(reserved, 4);
    assertEquals(1_000, room.bytesLeft());
  }

  @Test
  void answerToAnEarlierTakeComesTooLate() {
    room.open(8, 1, ROOMY);
    TakeRoom.Reserved reserved = room.reserve(4, 100, 0);
    room.close();
    room.open(8, 1, ROOMY);
    assertFalse(room.answered(reserved, 4));
    assertEquals(8, room.left());
    assertTrue(room.isUnused());
  }

  @Test
  void chunkMayExceedTheRoomByWhatItsReceiverSpares() {
    room.open(8, 1, new Bytes(1_000));
    assertTrue(room.fits(10));
    assertFalse(room.fits(11));
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
