package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeadLetterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"id\":1} | {\"id\":1}",
        "[1] | [1]",
        "{\"id\": | \"{\\\"id\\\":\"",
        "'' | \"\"",
        "'  ' | \"  \""
      })
  void requestIsQuotedUnlessItIsJson(String request, String written) {
    byte[] deadLetter = DeadLetter.of(request.getBytes(StandardCharsets.UTF_8), "why");
    assertEquals(
        "{\"reason\":\"why\",\"request\":" + written + "}",
        new String(deadLetter, StandardCharsets.UTF_8));
  }
}
