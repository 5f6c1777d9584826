package io.callbox.internal.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.transport.Chunk;
import org.junit.jupiter.api.Test;

final class ChunkSizeTest {

  private final ChunkSize size = new ChunkSize();

  @Test
  void chunksGrowWhileTheyComeBackWhole() {
    assertEquals(64, size.most());
    whole(8);
    assertEquals(128, size.most());
    whole(8);
    assertEquals(Chunk.MOST, size.most());
    whole(100);
    assertEquals(Chunk.MOST, size.most());
  }

  @Test
  void smallOnesSayNothingOfLargerOnes() {
    for (int chunk = 0; chunk < 100; chunk++) {
      size.answered(63, 63);
    }
    assertEquals(64, size.most());
  }

  @Test
  void chunksShrinkWithEachThatIsTakenApartAndTakeLongerToGrowAgain() {
    whole(16);
    size.answered(256, 200);
    assertEquals(128, size.most());
    size.answered(128, 1);
    assertEquals(64, size.most());
    size.answered(2, 1);
    assertEquals(64, size.most());
    whole(23);
    assertEquals(64, size.most());
    whole(1);
    assertEquals(128, size.most());
  }

  private void whole(int chunks) {
    for (int chunk = 0; chunk < chunks; chunk++) {
      size.answered(size.most(), size.most());
    }
  }
}
