package io.callbox.processor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.json.JsonMismatchException;
import io.callbox.processor.Corpus;
import org.junit.jupiter.api.Test;

/** What is left to databind keeps to the rules of everything else as far as a mapper can. */
final class DatabindTest {

  @Test
  void mistakesAreNamedWithTheirPath() {
    assertRefused(
        "mixed",
        "{\"a\":1,\"formatted\":{\"day\":\"01.02.2024\",\"at\":\"yesterday\"}}",
        "value.formatted.at is no Formatted: Cannot deserialize value of type `java.time.Instant`");
  }

  @Test
  void missingPrimitivesAreZeroSinceDefaultsMayBeLeftOut() throws Throwable {
    assertEquals("Generic[first=null, others=null, number=0]", read("integers", "{}").toString());
  }

  @Test
  void unknownMembersAreIgnored() throws Throwable {
    String json = "{\"first_name\":\"a\",\"later\":[{\"x\":1}],\"shoe_size\":7}";
    assertEquals("Snake[firstName=a, shoeSize=OptionalInt[7]]", read("snake", json).toString());
  }

  @Test
  void noMessageChoosesAClass() {
    assertRefused(
        "hide",
        "{\"deep\":{\"any\":{\"@c\":\"java.util.ArrayList\"}}}",
        "value.deep.any.@c is no Hiding: Could not resolve type id");
  }

  @Test
  void nothingOfDatabindIsMentionedWithoutNeed() {
    assertFalse(Corpus.text("expected/TypesMarshaller.java").contains("atabind"));
    assertFalse(Corpus.text("expected/ShapesMarshaller.java").contains("atabind"));
  }

  private static Object read(String method, String json) throws Throwable {
    return EchoMethod.databound("parity/Databound", method).read(json);
  }

  private static void assertRefused(String method, String json, String message) {
    JsonMismatchException refused =
        assertThrows(JsonMismatchException.class, () -> read(method, json));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused.getMessage());
  }
}
