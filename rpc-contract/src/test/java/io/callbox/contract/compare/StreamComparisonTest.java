package io.callbox.contract.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.callbox.contract.model.OpenRpc;
import org.junit.jupiter.api.Test;

/** What is said of methods that give streams, or begin or cease to. */
final class StreamComparisonTest {

  private static final String STREAM_OF_INTS = stream("integer");
  private static final String STREAM_OF_TEXTS = stream("string");
  private static final String INT = result("integer");

  @Test
  void sameItemsAreTheSame() {
    assertEquals(verdict(INT, INT), verdict(STREAM_OF_INTS, STREAM_OF_INTS));
  }

  @Test
  void itemsOfAnotherTypeAreRefusedAsResultsAre() {
    assertEquals(verdict(INT, result("string")), verdict(STREAM_OF_INTS, STREAM_OF_TEXTS));
  }

  @Test
  void resultThatBecomesAStreamIsRefusedInEitherOrder() {
    assertNotEquals(verdict(INT, INT), verdict(INT, STREAM_OF_INTS));
    assertEquals(verdict(INT, result("string")), verdict(INT, STREAM_OF_INTS));
    assertEquals(verdict(INT, result("string")), verdict(STREAM_OF_INTS, INT));
  }

  private static Verdict verdict(String older, String newer) {
    return Comparison.of(OpenRpc.read(document(older)), OpenRpc.read(document(newer))).verdict();
  }

  private static String document(String given) {
    return """
        {"openrpc":"1.3.2","info":{"title":"Feed"},
         "methods":[{"name":"Feed.count","params":[],%s}],"components":{"schemas":{}}}
        """
        .formatted(given);
  }

  private static String result(String type) {
    return "\"result\":{\"name\":\"result\",\"schema\":{\"type\":\"" + type + "\"}}";
  }

  private static String stream(String type) {
    return result("null")
        + ",\"x-stream\":{\"name\":\"item\",\"schema\":{\"type\":\""
        + type
        + "\"}}";
  }
}
