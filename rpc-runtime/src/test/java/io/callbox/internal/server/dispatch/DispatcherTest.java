package io.callbox.internal.server.dispatch;

import static io.callbox.internal.server.dispatch.ServingParts.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.testing.Arith;
import io.callbox.testing.ScriptedService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each message is answered exactly once, on the thread that dispatches it, and nothing is thrown.
 */
final class DispatcherTest {

  private final AtomicInteger runs = new AtomicInteger();
  private final ServingParts parts =
      new ServingParts(
          new SteppedClock(),
          null,
          new Arith.Skeleton(
              (a, b) -> {
                runs.incrementAndGet();
                return a * b;
              }),
          ScriptedService.named("Odd")
              .reading(
                  "unlinked",
                  params -> {
                    throw new NoClassDefFoundError("on purpose");
                  })
              .reading(
                  "refusing",
                  params -> {
                    throw new IllegalArgumentException("says no");
                  }));

  @AfterEach
  void close() {
    parts.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Arith.multiply", "multiply"})
  void methodIsFoundByItsNameOrWithinTheServiceOfItsQueue(String method) {
    assertEquals(
        56,
        parts
            .dispatch("Arith", request("1", method, "{\"a\":7,\"b\":8}", ""))
            .only()
            .get("result")
            .asInt());
  }

  /** The layout of Callbox's own clients is scanned; any other correct one is read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"Arith.multiply\",\"params\":{\"a\":7,\"b\":8}}",
        "{\"params\":{\"b\":8,\"a\":7},\"id\":\"1\",\"method\":\"Arith.multiply\",\"jsonrpc\":\"2.0\"}",
        " { \"jsonrpc\" : \"2.0\", \"method\" : \"Arith.multiply\", \"params\" : [7, 8], \"id\" : \"1\" } "
      })
  void layoutOfARequestDoesNotMatter(String message) {
    assertEquals(56, parts.dispatch("Arith", message).only().get("result").asInt());
    assertEquals(1, runs.get());
  }

  @ParameterizedTest
  @CsvSource({
    "Arith.mul, UNIMPLEMENTED/no",
    "Geometry.area, UNIMPLEMENTED/no",
    "area, UNIMPLEMENTED/no",
    "Odd.refusing, INVALID_ARGUMENT/no",
    "Odd.unlinked, INTERNAL/no"
  })
  void requestThatCannotRunSaysSo(String method, String status) {
    assertEquals(status, parts.dispatch("Arith", request("1", method, "{}", "")).status());
    assertEquals(0, runs.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"a\":7}", "{\"a\":7,\"b\":\"x\"}", "[7]", "[7,8,9]", "17", "null"})
  void argumentsThatDoNotFitAreRefusedAndRunNothing(String params) {
    assertEquals(
        "INVALID_ARGUMENT/no",
        parts.dispatch("Arith", request("1", "Arith.multiply", params, "")).status());
    assertEquals(0, runs.get());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "garbage | PARSE_ERROR/no",
        "{ | PARSE_ERROR/no",
        "{\"jsonrpc\": | PARSE_ERROR/no",
        "17 | INVALID_REQUEST/no",
        "null | INVALID_REQUEST/no",
        "{} | INVALID_REQUEST/no",
        "[] | INVALID_REQUEST/no"
      })
  void whatIsNoRequestIsAnsweredAndCounted(String message, String status) {
    assertEquals(status, parts.dispatch("Arith", message).status());
    assertEquals(1, parts.stats.unreadableMessages());
  }

  @Test
  void messageThatIsTooLargeIsRefusedUnread() {
    String large = "x".repeat(ServingParts.MAX_BYTES);
    assertFalse(parts.dispatcher.isTooLarge(ServingParts.bytes(large)));
    assertTrue(parts.dispatcher.isTooLarge(ServingParts.bytes(large + "x")));
    String request =
        request("1", "Arith.multiply", "{\"a\":7,\"b\":8,\"c\":\"" + large + "\"}", "");
    ServingParts.Answers answers = parts.dispatch("Arith", request);
    assertEquals("RESOURCE_EXHAUSTED/no", answers.status());
    assertEquals("1", answers.only().get("id").asText());
    assertEquals(0, runs.get());
  }

  @Test
  void notificationRunsAndHasNoResponse() {
    ServingParts.Answers answers =
        parts.dispatch(
            "Arith",
            "{\"jsonrpc\":\"2.0\",\"method\":\"Arith.multiply\",\"params\":{\"a\":7,\"b\":8}}");
    assertEquals(1, answers.responses.size());
    assertNull(answers.responses.get(0));
    assertEquals(1, runs.get());
  }

  @Test
  void notificationOfAnUnknownMethodHasNoResponseEither() {
    ServingParts.Answers answers =
        parts.dispatch("Arith", "{\"jsonrpc\":\"2.0\",\"method\":\"Arith.mul\",\"params\":{}}");
    assertEquals(1, answers.responses.size());
    assertNull(answers.responses.get(0));
    assertEquals(1, parts.stats.unknownMethods());
  }

  @Test
  void unknownMethodsAreCounted() {
    parts.dispatch("Arith", request("1", "Arith.mul", "{}", ""));
    parts.dispatch("Arith", request("2", "Arith.multiply", "{\"a\":7,\"b\":8}", ""));
    assertEquals(1, parts.stats.unknownMethods());
  }
}
