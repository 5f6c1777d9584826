package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.callbox.testing.Arith;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a message is, and whatever its implementation does, its caller is told; and the next
 * call is served, by a node with room for one at a time.
 */
final class AlwaysAnswerTest {

  private static final int MAX_BYTES = 4096;

  private static Asker asker;

  @BeforeAll
  static void start() {
    asker =
        Asker.of(
            node ->
                node.concurrency(1)
                    .maxMessageBytes(MAX_BYTES)
                    .register(new Arith.Skeleton((a, b) -> a * b))
                    .register(OddService.of(MAX_BYTES)));
  }

  @AfterAll
  static void stop() {
    asker.close();
  }

  @AfterEach
  void nextCallIsServed() {
    assertEquals(56, asker.call("Arith.multiply", "[7,8]").get("result").asInt());
    assertEquals(56, asker.call("Arith.multiply", "{\"b\":8,\"a\":7}").get("result").asInt());
  }

  @Test
  void unknownServiceIsToldWhatThereIs() {
    assertError(asker.call("Geometry.area", "[]"), -32601, "UNIMPLEMENTED", "no", "Arith, Odd");
    assertError(asker.call("area", "[]"), -32601, "UNIMPLEMENTED", "no", "Arith, Odd");
    assertError(asker.call("", "[]"), -32601, "UNIMPLEMENTED", "no", "Arith, Odd");
    assertError(asker.call(".", "[]"), -32601, "UNIMPLEMENTED", "no", "Arith, Odd");
  }

  @Test
  void unknownMethodIsToldWhatThereIs() {
    assertError(asker.call("Arith.mul", "[1]"), -32601, "UNIMPLEMENTED", "no", "multiply");
    assertError(asker.call("Arith.", "[1]"), -32601, "UNIMPLEMENTED", "no", "multiply");
  }

  @Test
  void longMethodNameIsNotRepeated() {
    String name = "n".repeat(3_000);
    for (String method : List.of(name, name + ".area", "Arith." + name)) {
      String told = asker.call(method, "[]").get("error").get("message").asText();
      assertTrue(told.contains("nnn") && told.length() < 1_200, told);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":7} | 'b' is missing",
        "{} | 'a' is missing",
        "[7] | 'b' is missing",
        "[7,8,9] | too many",
        "{\"a\":7,\"b\":null} | 'b'",
        "{\"a\":7,\"b\":\"x\"} | parameter 'b' must be an int, got \"x\"",
        "{\"a\":7,\"b\":true} | parameter 'b' must be an int",
        "{\"a\":7,\"b\":{}} | parameter 'b' must be an int",
        "{\"a\":7,\"b\":1.5} | parameter 'b' must be an int",
        "{\"a\":7,\"b\":2147483648} | parameter 'b' must be an int",
        "{\"a\":7,\"b\":99999999999999999999} | parameter 'b' must be an int",
        "17 | must be an object",
        "null | params must be an object or an array, or be left out, got null",
        "\"text\" | must be an object"
      })
  void paramsThatDoNotFitAreNamed(String params, String problem) {
    assertError(
        asker.call("Arith.multiply", params), -32602, "INVALID_ARGUMENT", "no", "Arith.multiply");
    assertError(asker.call("Arith.multiply", params), -32602, "INVALID_ARGUMENT", "no", problem);
  }

  @Test
  void absentParamsAreMissing() {
    asker.send("{\"jsonrpc\":\"2.0\",\"id\":\"none\",\"method\":\"Arith.multiply\"}");
    assertError(asker.answer("none"), -32602, "INVALID_ARGUMENT", "no", "'a' is missing");
  }

  @Test
  void paramsTooDeepAreRefused() {
    String deep = "[".repeat(1_000) + "]".repeat(1_000);
    assertError(
        asker.call("Arith.multiply", "{\"a\":7,\"b\":8,\"c\":" + deep + "}"),
        -32602,
        "INVALID_ARGUMENT",
        "no",
        "nest");
    asker.send(
        "{\"params\":"
            + deep
            + ",\"method\":\"Arith.multiply\",\"jsonrpc\":\"2.0\",\"id\":\"deep\"}");
    assertError(asker.answer("deep"), -32600, "INVALID_REQUEST", "no", "nest");
  }

  @Test
  void requestTooLargeIsRefused() {
    String large = "{\"a\":7,\"b\":8,\"c\":\"" + "x".repeat(MAX_BYTES) + "\"}";
    assertError(asker.call("Arith.multiply", large), -32004, "RESOURCE_EXHAUSTED", "no", "4096");
  }

  @Test
  void batchTooLargeIsRefused() {
    String call = Asker.request("\"big\"", "Arith.multiply", "[7,8]", "");
    asker.send("[" + (call + ",").repeat(MAX_BYTES / call.length() + 1) + call + "]");
    assertError(asker.answer("null"), -32004, "RESOURCE_EXHAUSTED", "no", "4096");
  }

  @Test
  void batchWhoseResponsesAreTooLargeIsAnsweredInPart() {
    String call = Asker.request("\"half\"", "Odd.half", "[]", "");
    asker.send("[" + call + "," + call + "," + call + "]");
    JsonNode answers = asker.answer("half");
    assertEquals(3, answers.size());
    int results = 0;
    for (JsonNode answer : answers) {
      assertEquals("half", answer.get("id").asText());
      if (answer.has("result")) {
        results++;
      } else {
        assertError(answer, -32004, "RESOURCE_EXHAUSTED", "yes", "4096");
      }
    }
    assertEquals(1, results);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "{", "{\"jsonrpc\":", "\u0000", "{'id':1}", "[{]", "[1,"})
  void textThatIsNotJsonIsAParseError(String message) {
    asker.send(message);
    JsonNode answer = asker.answer("null");
    assertTrue(answer.get("id").isNull());
    int code = answer.get("error").get("code").asInt();
    assertTrue(code == -32700 || code == -32600, answer.toString());
  }

  @Test
  void brokenRequestIsAnsweredByItsIdIfThatCameBefore() {
    asker.send(
        "{\"jsonrpc\":\"2.0\",\"id\":\"cut\",\"method\":\"Arith.multiply\",\"params\":{\"a\":7");
    JsonNode answer = asker.answer("cut");
    assertEquals("cut", answer.get("id").asText());
    assertEquals(-32700, answer.get("error").get("code").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "\"text\"", "null", "true", "{}", "{\"id\":true}"})
  void jsonThatIsNoRequestIsInvalid(String message) {
    asker.send(message);
    JsonNode answer = asker.answer("null");
    assertTrue(answer.get("id").isNull());
    assertError(answer, -32600, "INVALID_REQUEST", "no", "Invalid Request");
  }

  @ParameterizedTest
  @CsvSource({
    "exception,java.lang.IllegalStateException",
    "checked,java.io.IOException",
    "overflow,java.lang.StackOverflowError",
    "assertion,java.lang.AssertionError",
    "linkage,java.lang.NoClassDefFoundError",
    "interrupted,java.lang.InterruptedException"
  })
  void exceptionOfAnImplementationIsNamed(String method, String type) {
    JsonNode answer = asker.call("Odd." + method, "[]");
    assertError(answer, -32000, "APPLICATION", "yes", "");
    assertEquals(type, answer.at("/error/data/type").asText());
  }

  @Test
  void declaredExceptionTravelsAsItself() {
    JsonNode answer = asker.call("Odd.divide", "[]");
    assertError(answer, -32000, "APPLICATION", "yes", "7/0");
    assertEquals("DivideByZero", answer.at("/error/data/type").asText());
    assertEquals(7, answer.at("/error/data/details/dividend").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ioWriter", "runtimeWriter", "recursiveWriter", "failingWriter"})
  void resultThatCannotBeEncodedIsInternal(String method) {
    assertError(asker.call("Odd." + method, "[]"), -32603, "INTERNAL", "yes", "cannot be encoded");
  }

  @Test
  void resultThatIsTooDeepDoesNotLeave() {
    assertError(asker.call("Odd.deep", "[]"), -32603, "INTERNAL", "yes", "nesting depth");
  }

  @Test
  void exceptionThatCannotBeEncodedIsInternal() {
    assertError(
        asker.call("Odd.unspeakable", "[]"), -32603, "INTERNAL", "yes", "cannot be encoded");
  }

  @Test
  void exceptionThatFailsToTellItsMessageIsNamedAndTellsNothingElse() {
    JsonNode answer = asker.call("Odd.mute", "[]");
    assertError(answer, -32603, "INTERNAL", "yes", "MuteException, cannot be encoded");
    assertFalse(answer.toString().contains("inner secret"), answer.toString());
  }

  @Test
  void resultTooLargeIsRefused() {
    assertError(asker.call("Odd.large", "[]"), -32004, "RESOURCE_EXHAUSTED", "yes", "at most 4096");
  }

  @Test
  void exceptionWithAMessageTooLargeIsAnswered() {
    JsonNode answer = asker.call("Odd.talkative", "[]");
    assertEquals("yes", answer.at("/error/data/executed").asText());
    assertTrue(answer.toString().length() <= MAX_BYTES, "a response larger than is allowed");
  }

  @Test
  void skeletonThatFailsIsAnswered() {
    JsonNode refused = asker.call("Odd.unreadable", "[]");
    assertError(refused, -32602, "INVALID_ARGUMENT", "no", "says no");
    JsonNode broken = asker.call("Odd.unlinked", "[]");
    assertError(broken, -32603, "INTERNAL", "no", "");
  }

  @Test
  void onlyTheFirstOutcomeCounts() {
    assertEquals(1, asker.call("Odd.twice", "[]").get("result").asInt());
  }

  static void assertError(
      JsonNode answer, int code, String status, String executed, String message) {
    JsonNode error = answer.get("error");
    assertEquals(code, error.get("code").asInt(), answer.toString());
    assertEquals(status, error.at("/data/status").asText(), answer.toString());
    assertEquals(executed, error.at("/data/executed").asText(), answer.toString());
    assertFalse(error.at("/data/retryable").isMissingNode(), answer.toString());
    assertTrue(error.get("message").asText().contains(message), answer.toString());
  }
}
