package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException.Details;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.DivideByZeroException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvelopeWriterTest {

  private static final RequestId ID = RequestId.of("n1-7f3a-42");

  @Test
  void requestHasItsParamsLast() throws IOException {
    Request head =
        new Request(
            ID,
            "Arith.multiply",
            "replies:n1:7f3a",
            1763679600123L,
            0,
            "n1",
            Map.of("h", "\u00fc\n"));
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":\"n1-7f3a-42\",\"method\":\"Arith.multiply\","
            + "\"replyTo\":\"replies:n1:7f3a\",\"deadline\":1763679600123,\"from\":\"n1\","
            + "\"headers\":{\"h\":\"\u00fc\\n\"},\"params\":[7,8]}",
        text(EnvelopeWriter.request(head, out -> out.writeArray(new int[] {7, 8}, 0, 2))));
  }

  @Test
  void requestLeavesOutWhatItDoesNotSay() throws IOException {
    Request head = new Request(null, "A.m", null, 0, 0, null, Map.of());
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"method\":\"A.m\",\"params\":null}",
        text(EnvelopeWriter.request(head, out -> out.writeNull())));
  }

  @Test
  void requestIsReadAsItWasWritten() throws IOException {
    Request head =
        new Request(
            RequestId.of("\u0000\"\\\ud83d\ude00"),
            "a.b.C.m",
            "nodes:n:1",
            1,
            2,
            "n",
            Map.of("", "", "k\"", "v\\"));
    byte[] written = EnvelopeWriter.request(head, out -> out.writeString("x\ud83d\ude00"));
    assertEquals(new ReadRequest(head, "\"x\ud83d\ude00\""), ReadRequest.of(Slice.of(written)));
  }

  @Test
  void responsesEchoTheirIds() throws IOException {
    for (String id : List.of("\"a\\\"b\"", "17", "-1.50", "null", "\"\"")) {
      String request = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"m\"}";
      RequestId read = ReadRequest.of(request).head().id();
      if (read == null) {
        throw new AssertionError("no id in " + request);
      }
      assertEquals(
          "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":56}",
          text(EnvelopeWriter.result(read, null, 56, (out, result) -> out.writeNumber(result))));
    }
  }

  @Test
  void errorSaysWhatIsKnown() throws IOException {
    Details details =
        new Details(
            StatusCode.RESOURCE_EXHAUSTED, Executed.NO, true, null, Duration.ofMillis(1500));
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":\"n1-7f3a-42\",\"error\":{\"code\":-32004,\"message\":\"full\","
            + "\"data\":{\"status\":\"RESOURCE_EXHAUSTED\",\"executed\":\"no\",\"retryable\":true,"
            + "\"retryAfterMs\":1500}}}",
        text(EnvelopeWriter.error(ID, null, new ErrorBody(details, "full"))));
  }

  @Test
  void errorHasTheFieldsOfADeclaredException() throws IOException {
    DivideByZeroException thrown = new DivideByZeroException("7/0", 7);
    Details details =
        new Details(StatusCode.APPLICATION, Executed.YES, false, "DivideByZero", null);
    ErrorBody body =
        new ErrorBody(details, "7/0", ErrorBody.fieldsOf(DivideByZeroException.DECLARED, thrown));
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":\"n1-7f3a-42\",\"error\":{\"code\":-32000,\"message\":\"7/0\","
            + "\"data\":{\"status\":\"APPLICATION\",\"executed\":\"yes\",\"retryable\":false,"
            + "\"type\":\"DivideByZero\",\"details\":{\"dividend\":7}}}}",
        text(EnvelopeWriter.error(ID, null, body)));
  }

  @Test
  void batchIsOneArray() {
    assertEquals("[1,{}]", text(EnvelopeWriter.batch(List.of(bytes("1"), bytes("{}")))));
    assertEquals("[{}]", text(EnvelopeWriter.batch(List.of(bytes("{}")))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }
}
