package io.callbox.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RequestIdTest {

  private static final byte[] MESSAGE = "{\"id\":\"n-secret-42\"}".getBytes(US_ASCII);
  private static final RequestId FOUND = RequestId.in(MESSAGE, 7, 18);

  @Test
  void idThatIsFoundInMessageIsThatOfItsText() {
    assertEquals("n-secret-42", FOUND.text());
    assertEquals(RequestId.of("n-secret-42"), FOUND);
    assertEquals(RequestId.of("n-secret-42").hashCode(), FOUND.hashCode());
    assertEquals("\"n-secret-42\"", FOUND.json());
    assertTrue(FOUND.quoted());
    assertNotEquals(RequestId.of("n-secret-43"), FOUND);
  }

  @Test
  void numberIsNotTheStringOfItsDigits() {
    assertNotEquals(RequestId.of("42"), new RequestId("42", false));
    assertNotEquals(RequestId.in(MESSAGE, 16, 18), new RequestId("42", false));
    assertFalse(RequestId.NULL.isPlain());
  }

  @Test
  void plainIdIsWrittenAsItCame() {
    MessageBuffer out = new MessageBuffer();
    FOUND.writePlain(out);
    RequestId.of("!").writePlain(out);
    assertEquals("n-secret-42!", new String(out.take(), US_ASCII));
    assertFalse(RequestId.of("a\"b").isPlain());
  }
}
