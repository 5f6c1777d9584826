package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChunkTest {

  private static final String OURS =
      "{\"jsonrpc\":\"2.0\",\"replyTo\":\"replies:n:c2.s\",\"id\":%d}";
  private static final String FOREIGN =
      "{\"jsonrpc\":\"2.0\",\"replyTo\":\"replies:n:s\",\"id\":%d}";

  @Test
  void membersComeOutAsTheyWentIn() {
    for (int size : new int[] {2, 3, Chunk.MOST}) {
      List<byte[]> members = requests(size);
      byte[] chunk = Chunk.element(members);
      assertEquals(size, Chunk.requests(chunk));
      int[] bounds = Chunk.boundsOfRequests(chunk);
      assertNotNull(bounds);
      List<byte[]> split = Chunk.members(chunk, bounds);
      for (int index = 0; index < size; index++) {
        assertArrayEquals(members.get(index), split.get(index));
      }
    }
  }

  @Test
  void membersOfAnyLengthsComeOutAsTheyWentIn() {
    Random random = new Random(7);
    for (int chunk = 0; chunk < 2_000; chunk++) {
      int longest = 1 + random.nextInt(600);
      List<byte[]> members =
          IntStream.range(0, 2 + random.nextInt(Chunk.MOST - 1))
              .mapToObj(id -> padded(id, random.nextInt(longest)))
              .toList();
      assertSplit(members);
    }
  }

  @Test
  void shortMembersAfterLongOnesComeOutToo() {
    int[] paddings = {35, 0, 0, 0, 0, 0, 1, 0};
    assertSplit(IntStream.range(0, 8).mapToObj(id -> padded(id, paddings[id])).toList());
  }

  private static byte[] padded(int id, int padding) {
    return OURS.formatted(id)
        .replace("c2.s", "c2.s" + "x".repeat(padding))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void assertSplit(List<byte[]> members) {
    byte[] chunk = Chunk.element(members);
    int[] bounds = Chunk.bounds(chunk);
    assertNotNull(bounds);
    List<byte[]> split = Chunk.members(chunk, bounds);
    assertEquals(members.size(), split.size());
    for (int index = 0; index < members.size(); index++) {
      assertArrayEquals(members.get(index), split.get(index));
    }
  }

  @Test
  void elementWithMoreMembersThanAChunkIsABatch() {
    assertEquals(1, Chunk.requests(Chunk.element(requests(Chunk.MOST + 1))));
    byte[] longest =
        OURS.formatted(1)
            .replace("c2.s", "c2." + "s".repeat(Chunk.FULL))
            .getBytes(StandardCharsets.UTF_8);
    byte[] longer =
        OURS.formatted(2)
            .replace("c2.s", "c2." + "s".repeat(9_000))
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(1, Chunk.requests(Chunk.element(List.of(longest, longer))));
  }

  @Test
  void chunkIsAJsonArrayWithALineForEach() {
    String chunk = new String(Chunk.element(requests(2)), StandardCharsets.UTF_8);
    assertEquals('[' + OURS.formatted(0) + ",\n" + OURS.formatted(1) + ']', chunk);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[]",
        "[1,\n2]",
        "[%s]",
        "[%s,%s]",
        "[%s\n%s]",
        "[%s,\n%s",
        "[%s,\n%s]]",
        "[%s,\n%s,\n]",
        "[%s,\n,\n%s]",
        "[ %s,\n%s]",
        "[%s,\n %s]",
        "[%s,\n{\"id\":1,\"jsonrpc\":\"2.0\"}]",
        "[%s,\n%s]\n"
      })
  void elementWithAnotherLayoutIsNoChunk(String pattern) {
    String one = OURS.formatted(1);
    byte[] element = bytes(pattern.formatted(one, one));
    assertNull(Chunk.bounds(element));
    assertEquals(1, Chunk.requests(element));
  }

  @Test
  void requestsOfClientsThatTakeNoArraysAreNone() {
    byte[] batch = Chunk.element(List.of(bytes(FOREIGN.formatted(1)), bytes(FOREIGN.formatted(2))));
    assertNotNull(Chunk.bounds(batch));
    assertNull(Chunk.boundsOfRequests(batch));
    assertEquals(1, Chunk.requests(batch));
  }

  @Test
  void onlyWhatCanBeToldApartFits() {
    assertTrue(Chunk.fits(bytes(OURS.formatted(1))));
    assertFalse(Chunk.fits(bytes(OURS.formatted(1).replace("\"id\"", "\n\"id\""))));
    assertFalse(Chunk.fits(bytes(OURS.formatted(1) + ' ')));
    assertFalse(Chunk.fits(bytes(OURS.formatted(1).replace("}", " ".repeat(9_000) + '}'))));
  }

  @Test
  void brokenElementsAreReadWithoutFailure() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] chunk = Chunk.element(requests(5));
    for (int round = 0; round < 20_000; round++) {
      byte[] broken = chunk.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        broken[random.nextInt(broken.length)] = (byte) "[]{},\n\"c2:.".charAt(random.nextInt(11));
      }
      int requests = Chunk.requests(broken);
      assertTrue(requests >= 1 && requests <= 64, "seed " + seed);
    }
  }

  private static List<byte[]> requests(int count) {
    return IntStream.range(0, count).mapToObj(id -> bytes(OURS.formatted(id))).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
