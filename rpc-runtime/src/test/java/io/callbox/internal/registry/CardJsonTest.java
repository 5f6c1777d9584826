package io.callbox.internal.registry;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CardJsonTest {

  /** A view leaves out what is refused as an {@link IOException}; anything else would end it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"labels\":{\"x\":null}",
        "\"services\":{\"S\":null}",
        "\"services\":{\"S\":{\"methods\":[null]}}",
        "\"version\":null"
      })
  void nullInACardIsRefusedAndSpoilsNoView(String member) {
    String card = "{\"node\":\"a\",\"incarnation\":\"b\"," + member + "}";
    assertThrows(IOException.class, () -> CardJson.read(card.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whoever asks all nodes something would fail at a node that nobody can call. */
  @ParameterizedTest
  @ValueSource(strings = {"", "no id:", "a/b", "{a}"})
  void cardWithAnIdThatNoNodeCanHaveIsNone(String id) {
    String card = "{\"node\":\"" + id + "\",\"incarnation\":\"b\"}";
    assertThrows(IOException.class, () -> CardJson.read(card.getBytes(StandardCharsets.UTF_8)));
  }
}
