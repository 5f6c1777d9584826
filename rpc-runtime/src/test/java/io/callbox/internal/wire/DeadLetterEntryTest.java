package io.callbox.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeadLetterEntryTest {

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
    byte[] entry =
        new DeadLetterEntry("why", 5, 3, "b:1", true, null, request.getBytes(UTF_8)).write();
    assertEquals(
        "{\"reason\":\"why\",\"at\":5,\"attempts\":3,\"worker\":\"b:1\",\"mayHaveRun\":true,"
            + ("\"request\":" + written + "}"),
        new String(entry, UTF_8));
    assertArrayEquals(request.getBytes(UTF_8), DeadLetterEntry.read(entry).request());
  }

  @Test
  void writtenEntryIsRead() {
    DeadLetterEntry.Thrown error = new DeadLetterEntry.Thrown("a.B", "unlucky");
    DeadLetterEntry read =
        DeadLetterEntry.read(
            new DeadLetterEntry("why", 5, 3, null, false, error, "{}".getBytes(UTF_8)).write());
    assertEquals(error, read.error());
    assertEquals(5, read.at());
    assertEquals(3, read.attempts());
    assertEquals(false, read.mayHaveRun());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{\"reason\":7}",
        "{\"request\":{}} x",
        "{\"request\":{},\"at\":\"x\",\"attempts\":99999999999999999999,\"error\":[],\"worker\":1}"
      })
  void whateverAnEntryIsItIsRead(String entry) {
    DeadLetterEntry read = DeadLetterEntry.read(entry.getBytes(UTF_8));
    assertEquals("unknown", read.reason());
    assertTrue(read.mayHaveRun());
    assertEquals(0, read.at());
  }
}
