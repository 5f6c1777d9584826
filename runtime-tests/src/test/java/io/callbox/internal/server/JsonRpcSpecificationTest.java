package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.Responder;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.time.Await;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All examples of section 7 of the JSON-RPC 2.0 specification, through the lists of a real Redis.
 * An unqualified method is of the service whose queue it comes through. Errors have the
 * specification's codes, messages of their own, and data.
 */
final class JsonRpcSpecificationTest {

  private static final Members SUBTRACT = Members.of("minuend", "subtrahend");
  private static final String DATA = "[\"hello\", 5]";
  private static final AtomicInteger NOTIFIED = new AtomicInteger();

  private static Asker asker;

  @BeforeAll
  static void start() {
    asker =
        Asker.of(
            node ->
                node.register(
                    ScriptedService.named("Examples")
                        .reading("subtract", JsonRpcSpecificationTest::subtract)
                        .reading("sum", JsonRpcSpecificationTest::sum)
                        .running("update", JsonRpcSpecificationTest::notified)
                        .running("notify_hello", JsonRpcSpecificationTest::notified)
                        .running("notify_sum", JsonRpcSpecificationTest::notified)
                        .running(
                            "get_data",
                            responder ->
                                responder.succeed(DATA, (out, text) -> out.writeRawValue(text)))));
  }

  @AfterAll
  static void stop() {
    asker.close();
  }

  @Test
  void callWithPositionalParameters() {
    assertAnswer(
        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": [42, 23], \"id\": 1}",
        "1",
        "{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 1}");
    assertAnswer(
        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": [23, 42], \"id\": 2}",
        "2",
        "{\"jsonrpc\": \"2.0\", \"result\": -19, \"id\": 2}");
  }

  @Test
  void callWithNamedParameters() {
    assertAnswer(
        """
        {"jsonrpc": "2.0", "method": "subtract",
         "params": {"subtrahend": 23, "minuend": 42}, "id": 3}""",
        "3",
        "{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 3}");
    assertAnswer(
        """
        {"jsonrpc": "2.0", "method": "subtract",
         "params": {"minuend": 42, "subtrahend": 23}, "id": 4}""",
        "4",
        "{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 4}");
  }

  @Test
  void notification() {
    int before = NOTIFIED.get();
    send("{\"jsonrpc\": \"2.0\", \"method\": \"update\", \"params\": [1,2,3,4,5]}");
    send("{\"jsonrpc\": \"2.0\", \"method\": \"foobar\"}");
    Await.until("the notification", () -> NOTIFIED.get() == before + 1);
    assertNothingMore();
  }

  @Test
  void callOfAMethodThatDoesNotExist() {
    assertAnswer(
        "{\"jsonrpc\": \"2.0\", \"method\": \"foobar\", \"id\": \"1\"}",
        "1",
        error(-32601, "\"1\""));
  }

  @Test
  void callWithInvalidJson() {
    assertAnswer(
        "{\"jsonrpc\": \"2.0\", \"method\": \"foobar, \"params\": \"bar\", \"baz]",
        "null",
        error(-32700, "null"));
  }

  @Test
  void callWithAnInvalidRequestObject() {
    assertAnswer(
        "{\"jsonrpc\": \"2.0\", \"method\": 1, \"params\": \"bar\"}",
        "null",
        error(-32600, "null"));
  }

  @Test
  void batchWithInvalidJson() {
    assertAnswer(
        """
        [
          {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
          {"jsonrpc": "2.0", "method"
        ]""",
        "null",
        error(-32700, "null"));
  }

  @Test
  void emptyArray() {
    assertAnswer("[]", "null", error(-32600, "null"));
  }

  @Test
  void invalidBatchThatIsNotEmpty() {
    assertAnswer("[1]", "null", "[" + error(-32600, "null") + "]");
  }

  @Test
  void invalidBatch() {
    String invalid = error(-32600, "null");
    assertAnswer("[1,2,3]", "null", "[" + invalid + "," + invalid + "," + invalid + "]");
  }

  @Test
  void batch() {
    int before = NOTIFIED.get();
    assertAnswer(
        """
        [
          {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
          {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
          {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
          {"foo": "boo"},
          {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
          {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
        ]""",
        "1",
        """
        [
          {"jsonrpc": "2.0", "result": 7, "id": "1"},
          {"jsonrpc": "2.0", "result": 19, "id": "2"},
          {"jsonrpc": "2.0", "error": {"code": -32600}, "id": null},
          {"jsonrpc": "2.0", "error": {"code": -32601}, "id": "5"},
          {"jsonrpc": "2.0", "result": ["hello", 5], "id": "9"}
        ]""");
    assertEquals(before + 1, NOTIFIED.get());
  }

  @Test
  void batchOfNotifications() {
    int before = NOTIFIED.get();
    send(
        """
        [
          {"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},
          {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}
        ]""");
    Await.until("both notifications", () -> NOTIFIED.get() == before + 2);
    assertNothingMore();
  }

  private static void assertAnswer(String message, String key, String expected) {
    send(message);
    JsonNode answer = asker.answer(key);
    for (JsonNode error : answer.findValues("error")) {
      assertTrue(error.get("message").isTextual(), answer.toString());
      ((ObjectNode) error).remove("message");
      ((ObjectNode) error).remove("data");
    }
    assertEquals(Asker.tree(expected), answer);
    assertNothingMore();
  }

  private static void assertNothingMore() {
    assertEquals("[]", asker.redis.text("KEYS", "nodes:server:*"));
  }

  private static String error(int code, String id) {
    return "{\"jsonrpc\": \"2.0\", \"error\": {\"code\": " + code + "}, \"id\": " + id + "}";
  }

  private static void send(String message) {
    asker.redis.push("services:Examples", message);
  }

  private static void notified(Responder responder) {
    NOTIFIED.incrementAndGet();
    responder.succeed();
  }

  private static Invocation subtract(JsonParser in) throws IOException {
    int[] values = new int[2];
    MemberCursor members = SUBTRACT.openParams(in);
    while (members.next()) {
      values[members.index()] = Numbers.readInt(in);
    }
    return responder ->
        responder.succeed(values[0] - values[1], (out, result) -> out.writeNumber(result));
  }

  private static Invocation sum(JsonParser in) throws IOException {
    int sum = 0;
    while (in.nextToken().isNumeric()) {
      sum += Numbers.readInt(in);
    }
    int total = sum;
    return responder -> responder.succeed(total, (out, result) -> out.writeNumber(result));
  }
}
