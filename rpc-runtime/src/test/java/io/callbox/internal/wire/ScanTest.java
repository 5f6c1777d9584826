package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.annotation.Sync;
import io.callbox.json.Json;
import io.callbox.rpc.CallTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is read without a parser, or by one that is used again, is read as a new parser reads it.
 */
final class ScanTest {

  private static final String DIRT = "\"\\{}[],:0 19-.e\n\tnull\u00e9";
  private static final List<String> VALUES =
      List.of(
          "{\"a\":7,\"b\":8}",
          "[7,8]",
          "7",
          "-0.5e3",
          "\"x\u00e9\\n\"",
          "null",
          "true",
          "{}",
          "[]",
          "{\"a\":[{\"b\":[1,{}]}],\"c\":\"" + "y".repeat(9_000) + "\"}");

  @Test
  void framedRequestIsWhatAWriterWrites() throws IOException {
    Request head =
        new Request(
            RequestId.of("n-secret-42"),
            "A.b",
            "replies:n:c2.s",
            1_763_679_600_123L,
            1_763_679_570_123L,
            "n",
            Map.of());
    byte[] written = EnvelopeWriter.request(head, out -> out.writeRawValue("[7,8]"));
    RequestEnvelope.Frame frame =
        new RequestEnvelope.Frame("n-secret-", "A.b", "replies:n:c2.s", "n");
    RequestEnvelope envelope =
        RequestEnvelope.of(
            frame, 42, 1_763_679_600_123L, 1_763_679_570_123L, out -> out.writeRawValue("[7,8]"));
    assertArrayEquals(written, envelope.bytes());
    assertEquals(written.length, envelope.length());
    ScannedRequest scanned = ScannedRequest.of(Slice.of(written));
    assertNotNull(scanned);
    assertEquals(head, scanned.head());
    assertEquals("[ 7 8 ]", scanned.read(ScanTest::tokens));
  }

  @Test
  void durableRequestIsScannedAsAWriterWritesIt() throws IOException {
    for (String doneTo : Arrays.asList("rpc:done:n:c2.s", null)) {
      Request head = durable(new Durability(5_000, 0, 0, null, doneTo));
      ScannedRequest scanned = ScannedRequest.of(Slice.of(written(head, "[7,8]")));
      assertNotNull(scanned);
      assertEquals(head, scanned.head());
      assertEquals("[ 7 8 ]", scanned.read(ScanTest::tokens));
    }
  }

  @Test
  void durableRequestOfAFrameIsWhatAWriterWrites() throws IOException {
    DurableFrames frames = new DurableFrames("rpc:done:n:c2.s", "n");
    for (String doneTo : Arrays.asList("rpc:done:n:c2.s", null)) {
      Request head = durable(new Durability(5_000, 0, 0, null, doneTo));
      DurableFrames.Frame frame = frames.of("A.b", callOf(head));
      assertNotNull(frame);
      byte[] framed =
          EnvelopeWriter.durable(frame, callOf(head), out -> out.writeRawValue("[7,8]"));
      assertArrayEquals(written(head, "[7,8]"), framed);
    }
  }

  @Test
  void durableRequestThatSaysMoreHasNoFrame() {
    DurableFrames frames = new DurableFrames("rpc:done:n:c2.s", "n");
    for (Durability more :
        List.of(
            new Durability(5, 1_763_679_600_123L, 0, null, null),
            new Durability(5, 0, 9, null, null),
            new Durability(5, 0, 0, Sync.AOF, null),
            new Durability(5, 0, 0, Sync.NONE, null),
            new Durability(5, 0, 0, null, "rpc:done:other"))) {
      assertNull(frames.of("A.b", callOf(durable(more))));
    }
    Durability usual = new Durability(5, 0, 0, null, null);
    for (String odd : List.of("a\"b", "a\\b", "\u00e9", "a\nb")) {
      assertNull(frames.of("A.b", new DurableFrames.Call(RequestId.of(odd), 1, usual)));
    }
    assertNull(frames.of("A.b", new DurableFrames.Call(RequestId.of("a"), 0, usual)));
    assertNotNull(frames.of("A.b", new DurableFrames.Call(RequestId.of("a"), 1, usual)));
  }

  private static DurableFrames.Call callOf(Request head) {
    RequestId id = Objects.requireNonNull(head.id());
    return new DurableFrames.Call(id, head.sentAt(), Objects.requireNonNull(head.durability()));
  }

  @Test
  void durableRequestThatSaysMoreIsLeftToAReader() throws IOException {
    for (Durability more :
        List.of(
            new Durability(5, 1_763_679_600_123L, 0, null, null),
            new Durability(5, 0, 9, null, null),
            new Durability(5, 0, 0, Sync.AOF, null),
            new Durability(5, 0, 0, Sync.NONE, null))) {
      byte[] written = written(durable(more), "[7,8]");
      assertNull(ScannedRequest.of(Slice.of(written)));
      assertEquals(durable(more), headOf(written));
    }
  }

  @Test
  void durableRequestThatIsScannedIsReadAlike() throws IOException {
    Random random = new Random(9);
    for (int round = 0; round < 5_000; round++) {
      String doneTo = random.nextBoolean() ? "rpc:done:n:c2.s" : null;
      Durability durability = new Durability(1 + random.nextInt(9), 0, 0, null, doneTo);
      String params = VALUES.get(random.nextInt(VALUES.size() - 1));
      assertScannedAsRead(dirty(written(durable(durability), params), random));
    }
  }

  private static Request durable(Durability durability) {
    long sentAt = 1_763_679_570_123L;
    return new Request(
        RequestId.of("r-2026-11"), "A.b", null, 0, sentAt, "n", Map.of(), durability, 0);
  }

  private static byte[] written(Request head, String params) throws IOException {
    return EnvelopeWriter.request(head, out -> out.writeRawValue(params));
  }

  @Test
  void requestsThatTravelTogetherAreAsOldAsTheFirst() {
    String one = new String(request("[]"), StandardCharsets.UTF_8);
    byte[] chunk =
        ('[' + one + ",\n" + one.replace("123,", "999,") + ']').getBytes(StandardCharsets.UTF_8);
    assertEquals(OptionalLong.of(1_763_679_570_123L), SentAt.of(chunk));
    assertEquals(SentAt.of(chunk), SentAt.of(request("[]")));
  }

  @Test
  void numbersAreWrittenDigitByDigit() {
    for (long number : new long[] {0, 9, 10, 99, 100, 1_234_567_890_123L, Long.MAX_VALUE}) {
      assertEquals(Long.toString(number).length(), MessageBuffer.digits(number));
      MessageBuffer buffer = new MessageBuffer();
      buffer.writeNumber(number);
      assertEquals(Long.toString(number), new String(buffer.take(), StandardCharsets.US_ASCII));
    }
  }

  @Test
  void requestThatIsScannedIsReadAlike() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      assertScannedAsRead(dirty(request(VALUES.get(random.nextInt(VALUES.size() - 1))), random));
    }
  }

  private static void assertScannedAsRead(byte[] request) throws IOException {
    ScannedRequest scanned = ScannedRequest.of(Slice.of(request));
    if (scanned != null && scanned.read(ScanTest::tokens) != ScannedRequest.MISFIT) {
      String shown = new String(request, StandardCharsets.UTF_8);
      assertEquals(scanned.head(), headOf(request), shown);
    } // else a reader reads it
  }

  @Test
  void responseThatIsScannedIsReadAlike() throws IOException {
    byte[] response =
        ScannedResponse.write(
            RequestId.of("n-secret-42"), 12, 345, "x", (out, x) -> out.writeString(x));
    ScannedResponse scanned = ScannedResponse.of(Slice.of(response));
    assertNotNull(scanned);
    assertEquals(new CallTimes(12, 345), scanned.times());
    assertEquals("\"x\"}", new String(response, scanned.result(), 4, StandardCharsets.UTF_8));
    assertEquals(42, ScannedResponse.numberOf(Slice.of(response), Scan.bytes("n-secret-")));
    assertEquals(-1, ScannedResponse.numberOf(Slice.of(response), Scan.bytes("m-secret-")));
    assertEquals(-1, ScannedResponse.numberOf(Slice.of(response), Scan.bytes("n-secret-42")));
  }

  @Test
  void parserThatIsUsedAgainReadsAsANewOneDoes() {
    Random random = new Random(8);
    for (int round = 0; round < 5_000; round++) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      boolean clean = random.nextInt(3) == 0;
      bytes = clean ? bytes : dirty(bytes, random);
      Object read = ValueParser.read(bytes, 0, bytes.length, ScanTest::tokens);
      if (clean || read != ValueParser.MISFIT) {
        assertEquals(alone(bytes), read, new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }

  private static byte[] request(String params) {
    return ("{\"jsonrpc\":\"2.0\",\"id\":\"n-secret-42\",\"method\":\"A.b\",\"replyTo\":\"replies:n:c2.s\","
            + "\"deadline\":1763679600123,\"sentAt\":1763679570123,\"from\":\"n\",\"params\":"
            + params
            + '}')
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] dirty(byte[] clean, Random random) {
    byte[] dirt = DIRT.getBytes(StandardCharsets.UTF_8);
    byte[] dirty = clean.clone();
    for (int change = random.nextInt(3); change > 0; change--) {
      int at = random.nextInt(dirty.length);
      if (random.nextBoolean()) {
        dirty[at] = dirt[random.nextInt(dirt.length)];
      } else {
        byte[] longer = Arrays.copyOf(dirty, dirty.length + 1);
        System.arraycopy(dirty, at, longer, at + 1, dirty.length - at);
        longer[at] = dirt[random.nextInt(dirt.length)];
        dirty = longer;
      }
    }
    return dirty;
  }

  private static @Nullable Request headOf(byte[] request) {
    try {
      return RequestReader.headOf(Slice.of(request));
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static @Nullable String alone(byte[] bytes) {
    try (JsonParser in = Json.FACTORY.createParser(bytes)) {
      in.nextToken();
      String read = tokens(in);
      return in.nextToken() == null ? read : null;
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** The tokens of one value. */
  private static String tokens(JsonParser in) throws IOException {
    StringBuilder tokens = new StringBuilder();
    int depth = 0;
    for (JsonToken token = in.currentToken(); ; token = in.nextToken()) {
      if (token == null) {
        throw new MalformedMessageException("no end");
      }
      tokens.append(tokens.isEmpty() ? "" : " ").append(in.getText());
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0 && !token.equals(JsonToken.FIELD_NAME)) {
        return tokens.toString();
      }
    }
  }
}
