package io.callbox.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The type of an object is found wherever it is, and the rest of the object is read as it came. */
final class TaggedTest {

  private static final Members CIRCLE = Members.of("radius").alias("r", 0);

  @Test
  void tagIsFoundWhereverItIs() throws IOException {
    assertEquals("Circle 7", read("{\"@type\":\"Circle\",\"radius\":7}"));
    assertEquals("Circle 7", read("{\"radius\":7,\"@type\":\"Circle\"}"));
    assertEquals("Circle 7", read("{\"x\":[{\"@type\":1}],\"@type\":\"Circle\",\"radius\":7}"));
    assertEquals("Circle 7", read("{\"@type\":\"Circle\",\"r\":7}"));
    assertEquals("Circle 0", read("{\"@type\":\"Circle\"}"));
  }

  @Test
  void pathsAreTheSameWhereverTheTagIs() {
    String expected = "shapes[0].radius must be an int, got \"x\"";
    assertEquals(expected, refusal("{\"@type\":\"Circle\",\"radius\":\"x\"}"));
    assertEquals(expected, refusal("{\"radius\":\"x\",\"@type\":\"Circle\"}"));
    assertEquals("shapes[0].@type is missing", refusal("{\"radius\":7}"));
    assertEquals("shapes[0].@type must be a string, got 1", refusal("{\"@type\":1}"));
    assertEquals("shapes[0] must be an object, got 1", refusal("1"));
    assertEquals("shapes[0].@type must be Circle, got \"Line\"", refusal("{\"@type\":\"Line\"}"));
  }

  private static String refusal(String json) {
    return String.valueOf(assertThrows(JsonMismatchException.class, () -> read(json)).getMessage());
  }

  private static String read(String json) throws IOException {
    JsonParser in = Json.FACTORY.createParser("{\"shapes\":[" + json + "]}");
    while (in.nextToken() != JsonToken.START_ARRAY) {}
    in.nextToken();
    Tagged tagged = Tagged.open(in, "@type");
    if (!tagged.tag().equals("Circle")) {
      throw tagged.unknown("Circle");
    }
    int radius = 0;
    MemberCursor members = CIRCLE.open(tagged.in());
    while (members.next()) {
      switch (members.index()) {
        case 0 -> radius = Numbers.readInt(tagged.in());
        default -> members.skip();
      }
    }
    assertEquals(JsonToken.END_OBJECT, in.currentToken());
    assertEquals(JsonToken.END_ARRAY, in.nextToken());
    return tagged.tag() + ' ' + radius;
  }
}
