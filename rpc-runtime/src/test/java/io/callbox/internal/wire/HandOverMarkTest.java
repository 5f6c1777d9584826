package io.callbox.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HandOverMarkTest {

  private static final byte[] REQUEST =
      "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"Arith.multiply\",\"params\":[7,8]}"
          .getBytes(UTF_8);

  @Test
  void markComesOffAsItWasPutOn() {
    for (String service : List.of("Arith", "billing.Invoices", "a\"b\\", "größe")) {
      byte[] marked = HandOverMark.mark(Slice.of(REQUEST), service);
      assertArrayEquals(REQUEST, HandOverMark.unmarked(marked));
    }
  }

  @Test
  void markedRequestIsReadWithItsService() throws IOException {
    byte[] marked = HandOverMark.mark(Slice.of(REQUEST), "a\"b");
    assertEquals("a\"b", HandOverMark.serviceOf(marked));
    assertEquals(RequestReader.headOf(Slice.of(REQUEST)), RequestReader.headOf(Slice.of(marked)));
    assertNull(HandOverMark.serviceOf(REQUEST));
  }

  @Test
  void memberOfABatchIsMarkedAlone() {
    byte[] batch =
        ("[" + new String(REQUEST, UTF_8) + ",\n" + new String(REQUEST, UTF_8) + "]")
            .getBytes(UTF_8);
    Slice second = new Slice(batch, REQUEST.length + 2, REQUEST.length + 1); // with its line feed
    assertArrayEquals(REQUEST, HandOverMark.unmarked(HandOverMark.mark(second, "Arith")));
  }

  @Test
  void unmarkedRequestStaysAsItIs() {
    assertNull(HandOverMark.unmarked(REQUEST));
    for (String other :
        List.of(
            "",
            "{",
            "{\"handedOver\":\"",
            "{\"handedOver\":\"a\"}",
            "{\"handedOver\":\"a\\",
            "[]")) {
      assertNull(HandOverMark.unmarked(other.getBytes(UTF_8)), other);
    }
  }
}
