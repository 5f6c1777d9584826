package io.callbox.internal.wire;

import io.callbox.json.Numbers;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.testing.DivideByZeroException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Valid messages, broken at random: whoever reads them fails in the documented ways only. */
final class WireFuzzTest {

  private static final int ROUNDS = 60_000;
  private static final long SEED = 20251121;

  private static final List<String> SAMPLES =
      List.of(
          "{\"jsonrpc\":\"2.0\",\"id\":\"n1-7f3a-42\",\"method\":\"Arith.multiply\","
              + "\"replyTo\":\"replies:n1:7f3a\",\"deadline\":1763679600123,\"from\":\"n1\","
              + "\"headers\":{\"t\":\"00-4b\"},\"params\":{\"a\":7,\"b\":8}}",
          "{\"params\":[\"\\u00fc\u00fc\",-1.5e3,true,null,[{}]],\"id\":17,\"method\":\"m\","
              + "\"jsonrpc\":\"2.0\"}",
          "[{\"jsonrpc\":\"2.0\",\"method\":\"a\"},{\"params\":{\"a\":[1]},\"jsonrpc\":\"2.0\","
              + "\"method\":\"b\",\"id\":null},1]",
          "{\"jsonrpc\":\"2.0\",\"id\":\"c-1\",\"result\":56}",
          "{\"jsonrpc\":\"2.0\",\"id\":\"c-1\",\"queuedMicros\":12000,\"ranMicros\":345,\"result\":56}",
          "{\"jsonrpc\":\"2.0\",\"id\":\"c-1\",\"error\":{\"code\":-32000,\"message\":\"m\",\"data\":"
              + "{\"status\":\"APPLICATION\",\"executed\":\"yes\",\"retryable\":false,\"type\":"
              + "\"DivideByZero\",\"retryAfterMs\":5,\"details\":{\"dividend\":7}}}}");
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u0000",
          "null",
          "true",
          "1e999",
          "-0",
          "99999999999999999999",
          "\"params\":",
          "\"id\":",
          "\"error\":",
          "\"details\":",
          " ",
          "\u0000",
          "\ufeff",
          "/*",
          "NaN",
          "[[[[[[[[");
  private static final MethodDescriptor<Integer> METHOD =
      MethodDescriptor.named("Arith", "divide")
          .exceptions(DivideByZeroException.DECLARED)
          .returning(Numbers::readInt);

  private final Random random = new Random(SEED);

  @Test
  void brokenMessagesFailInDocumentedWaysOnly() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] message = SAMPLES.get(random.nextInt(SAMPLES.size())).getBytes(StandardCharsets.UTF_8);
      for (int times = random.nextInt(4); times >= 0; times--) {
        message = broken(message);
      }
      try {
        readAllWays(message);
      } catch (Throwable undocumented) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        throw new AssertionError("round " + round + ": " + text, undocumented);
      }
    }
  }

  private static void readAllWays(byte[] message) throws Throwable {
    Slice slice = Slice.of(message);
    readRequest(slice);
    PartialRequest.of(slice);
    if (slice.isArray()) {
      readBatch(slice);
    }
    ResponseReader.idOf(Slice.of(message));
    try {
      ResponseReader.read(Slice.of(message), METHOD, EnvelopeFuzzTest::requireSense);
    } catch (RpcException | DivideByZeroException documented) {
      return;
    }
  }

  private static void readBatch(Slice slice) {
    try {
      for (Slice element : Batch.split(slice)) {
        readRequest(element);
        PartialRequest.of(element);
      }
    } catch (IOException documented) {
      return;
    }
  }

  private static void readRequest(Slice slice) {
    try {
      ReadRequest.of(slice);
    } catch (IOException documented) {
      return;
    }
  }

  private byte[] broken(byte[] message) {
    int at = random.nextInt(message.length + 1);
    int to = Math.min(message.length, at + 1 + random.nextInt(8));
    return switch (random.nextInt(6)) {
      case 0 -> joined(message, 0, at); // cut
      case 1 -> joined(message, at, message.length); // beheaded
      case 2 -> joined(message, 0, at, message, to, message.length); // some left out
      case 3 -> joined(message, 0, to, message, at, message.length); // some twice
      case 4 -> inserted(message, at, TOKENS.get(random.nextInt(TOKENS.size())));
      default -> flipped(message, at);
    };
  }

  private byte[] flipped(byte[] message, int at) {
    byte[] copy = message.clone();
    if (at < copy.length) {
      copy[at] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private static byte[] inserted(byte[] message, int at, String token) {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    byte[] head = joined(message, 0, at, bytes, 0, bytes.length);
    return joined(head, 0, head.length, message, at, message.length);
  }

  private static byte[] joined(byte[] head, int start, int end) {
    return joined(head, start, end, head, 0, 0);
  }

  private static byte[] joined(
      byte[] head, int start, int end, byte[] tail, int tailStart, int tailEnd) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(head, start, end - start);
    joined.write(tail, tailStart, tailEnd - tailStart);
    return joined.toByteArray();
  }
}
