package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.callbox.json.Json;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestReaderTest {

  private static final List<String> MEMBERS =
      List.of(
          "\"jsonrpc\":\"2.0\"",
          "\"id\":\"n1-7f3a-42\"",
          "\"method\":\"Arith.multiply\"",
          "\"replyTo\":\"replies:n1:7f3a\"",
          "\"deadline\":1763679600123",
          "\"params\":{\"a\":7,\"b\":{\"c\":[8]}}");
  private static final String OTHERS =
      ",\"from\":\"n1\",\"headers\":{\"traceparent\":\"00-4bf9\"}}";
  private static final Request HEAD =
      new Request(
          RequestId.of("n1-7f3a-42"),
          "Arith.multiply",
          "replies:n1:7f3a",
          1763679600123L,
          0,
          "n1",
          Map.of("traceparent", "00-4bf9"));

  @Test
  void membersAreAcceptedInAnyOrder() throws IOException {
    List<List<String>> orders = new ArrayList<>();
    permute(List.of(), MEMBERS, orders);
    assertEquals(720, orders.size());
    for (List<String> order : orders) {
      String json = "{" + String.join(",", order) + OTHERS;
      assertEquals(
          new ReadRequest(HEAD, "{\"a\":7,\"b\":{\"c\":[8]}}"), ReadRequest.of(json), json);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,[2]]", "{\"a\":{\"b\":1}}", "[]", "\"text\"", "17", "-1.5", "null"})
  void paramsBeforeTheMethodAreReadAsTheyAre(String params) throws IOException {
    String json = "{\"jsonrpc\":\"2.0\",\"params\": " + params + " ,\"method\":\"m\"}";
    assertEquals(params, ReadRequest.of(json).params());
  }

  @Test
  void absentParamsAreAnEmptyObject() throws IOException {
    assertEquals("{}", ReadRequest.of("{\"jsonrpc\":\"2.0\",\"method\":\"m\"}").params());
  }

  @Test
  void unknownMembersAreIgnored() throws IOException {
    String json =
        "{\"x\":{\"method\":\"no\"},\"jsonrpc\":\"2.0\",\"y\":[{}],\"method\":\"m\",\"z\":1.5,"
            + "\"params\":[1],\"w\":{\"id\":7}}";
    ReadRequest read = ReadRequest.of(json);
    assertEquals("m", read.head().method());
    assertNull(read.head().id());
    assertEquals("[1]", read.params());
  }

  @Test
  void lastOfDuplicateMembersCounts() throws IOException {
    Request head =
        ReadRequest.of(
                "{\"jsonrpc\":\"1.0\",\"jsonrpc\":\"2.0\",\"id\":1,\"id\":\"2\","
                    + "\"method\":\"a\",\"method\":\"b\"}")
            .head();
    assertEquals(RequestId.of("2"), head.id());
    assertEquals("b", head.method());
  }

  @Test
  void secondParamsAreRefused() {
    assertRefused("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1],\"params\":[2]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"method\":\"m\"}",
        "{\"jsonrpc\":\"1.0\",\"method\":\"m\"}",
        "{\"jsonrpc\":2.0,\"method\":\"m\"}",
        "{\"jsonrpc\":{},\"method\":\"m\"}",
        "{\"jsonrpc\":null,\"method\":\"m\",\"params\":[1]}",
        "{\"jsonrpc\":\"2.0\"}",
        "{\"jsonrpc\":\"2.0\",\"params\":[1]}",
        "{\"jsonrpc\":\"2.0\",\"method\":1,\"params\":\"bar\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":null}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"replyTo\":7}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"from\":[]}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"headers\":[]}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"headers\":{\"a\":1}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":true}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"deadline\":-1}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"deadline\":\"7\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"deadline\":1.5}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"deadline\":99999999999999999999}",
        "{}",
        "[]",
        "17",
        "null",
        "\"text\"",
        ""
      })
  void jsonThatIsNoRequestIsRefused(String json) {
    assertRefused(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "1", "]", "}", "x", ","})
  void textAfterTheEndIsRefused(String rest) {
    String request = "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1]}";
    assertThrows(IOException.class, () -> ReadRequest.of(request + rest));
    assertThrows(
        IOException.class, () -> ReadRequest.of("{\"jsonrpc\":\"2.0\",\"method\":\"m\"}" + rest));
  }

  @Test
  void requestCutAnywhereIsRefused() {
    byte[] whole = ("{" + String.join(",", MEMBERS) + OTHERS).getBytes(StandardCharsets.UTF_8);
    byte[] early =
        "{\"params\":{\"a\":\"\\u00fc\"},\"method\":\"m\",\"jsonrpc\":\"2.0\",\"id\":17}"
            .getBytes(StandardCharsets.UTF_8);
    for (byte[] message : List.of(whole, early)) {
      for (int length = 0; length < message.length; length++) {
        Slice cut = Slice.of(Arrays.copyOf(message, length));
        assertThrows(IOException.class, () -> ReadRequest.of(cut), "cut at " + length);
        PartialRequest.of(cut);
      }
    }
  }

  @Test
  void nestingBeyondTheBoundIsRefused() throws IOException {
    ReadRequest.of(
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":" + nested(Json.MAX_DEPTH - 1));
    String tooDeep = nested(Json.MAX_DEPTH);
    for (String json :
        List.of(
            "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":" + tooDeep,
            "{\"params\":" + tooDeep.replace("}", "") + ",\"method\":\"m\",\"jsonrpc\":\"2.0\"}",
            "{\"jsonrpc\":\"2.0\",\"x\":" + tooDeep)) {
      assertThrows(StreamConstraintsException.class, () -> ReadRequest.of(json));
    }
  }

  @Test
  void memberNameBeyondTheBoundIsRefused() {
    String name = "x".repeat(2 * Json.MAX_NAME_BYTES);
    assertThrows(
        StreamConstraintsException.class,
        () -> ReadRequest.of("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"" + name + "\":1}"));
  }

  @Test
  void idsAreKeptAsTheyCame() throws IOException {
    assertEquals(RequestId.of("a\"b\u00fc"), idIn("\"a\\\"b\\u00fc\""));
    assertEquals(RequestId.of(""), idIn("\"\""));
    assertEquals(new RequestId("17", false), idIn("17"));
    assertEquals(new RequestId("-1.50", false), idIn("-1.50"));
    assertEquals(
        new RequestId("123456789012345678901234567890", false),
        idIn("123456789012345678901234567890"));
    assertEquals(RequestId.NULL, idIn("null"));
    assertEquals(RequestId.of("x".repeat(256)), idIn('"' + "x".repeat(256) + '"'));
    assertThrows(IOException.class, () -> idIn('"' + "x".repeat(257) + '"'));
    assertThrows(IOException.class, () -> idIn("1".repeat(257)));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] message = "{\"jsonrpc\":\"2.0\",\"method\":\"m?\"}".getBytes(StandardCharsets.UTF_8);
    message[28] = (byte) 0xff;
    assertThrows(IOException.class, () -> ReadRequest.of(Slice.of(message)));
  }

  @Test
  void messageInAnotherEncodingIsRefused() {
    String early = "{\"params\":[1],\"method\":\"m\",\"jsonrpc\":\"2.0\",\"id\":17}";
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
      Slice message = Slice.of(early.getBytes(Charset.forName(charset)));
      assertThrows(IOException.class, () -> ReadRequest.of(message), charset);
      assertNull(PartialRequest.of(message).id(), charset);
    }
  }

  private static RequestId idIn(String id) throws IOException {
    RequestId read =
        ReadRequest.of("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"m\"}").head().id();
    if (read == null) {
      throw new AssertionError("no id in " + id);
    }
    return read;
  }

  private static void assertRefused(String json) {
    IOException refusal = assertThrows(IOException.class, () -> ReadRequest.of(json));
    assertEquals(StatusCode.INVALID_REQUEST, MalformedMessageException.statusOf(refusal), json);
  }

  /** That many arrays within each other, and the end of the request. */
  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth) + "}";
  }

  private static void permute(List<String> done, List<String> left, List<List<String>> all) {
    if (left.isEmpty()) {
      all.add(done);
    }
    for (String next : left) {
      List<String> longer = new ArrayList<>(done);
      longer.add(next);
      List<String> rest = new ArrayList<>(left);
      rest.remove(next);
      permute(longer, rest, all);
    }
  }
}
