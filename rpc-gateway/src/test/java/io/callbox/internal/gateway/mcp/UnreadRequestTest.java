package io.callbox.internal.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UnreadRequestTest {

  private static Optional<Object> id(String start, String end) {
    return UnreadRequest.id(start.getBytes(UTF_8), end.getBytes(UTF_8));
  }

  @Test
  void idStandsFirstOrLast() {
    assertEquals(Optional.of(7L), id("{\"id\":7,\"params\":{\"text\":\"xx", "xx\"}}"));
    assertEquals(Optional.of("a"), id("{\"params\":{\"text\":\"xx", "xx\"},\"id\":\"a\"}\r"));
    assertEquals(Optional.of(-1L), id("{\"params\":[\"xx", "xx\"], \"id\" : -1 } "));
    assertEquals(Optional.of("m"), id("{\"jsonrpc\":\"2.0\",\"id\":\"m\"}", ""));
  }

  @Test
  void idOfSomethingElseIsNone() {
    assertEquals(Optional.empty(), id("{\"params\":{\"text\":\"xx", "xx\",\"id\":5}}"));
    assertEquals(Optional.empty(), id("{\"params\":\"xx", "xx,\\\"id\\\":5}\"}"));
    assertEquals(Optional.empty(), id("{\"result\":\"xx", "xx\",\"id\":5}"));
    assertEquals(Optional.empty(), id("{\"id\":{\"a\":1},\"x\":\"", "\",\"id\":5}"));
    assertEquals(Optional.empty(), id("null", "null"));
    assertEquals(Optional.empty(), id("", ""));
  }
}
