package io.callbox.internal.client.push;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.transport.Chunk;
import io.callbox.transport.Element;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests leave as one element with the bytes that they have each, joined as a chunk. */
final class RequestElementTest {

  private static final RequestEnvelope.Frame FRAME =
      new RequestEnvelope.Frame("caller-", "Words.echo", "replies:caller:c2.s", "caller \"a\"");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 70, 256})
  void requestsAreWrittenAsTheyAreJoined(int count) throws IOException {
    List<RequestEnvelope> requests = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      requests.add(framed((long) number * number, number * 3));
    }
    isJoined(requests);
  }

  @Test
  void requestsOfAnySizeAndOriginAreWritten() throws IOException {
    RequestEnvelope whole = RequestEnvelope.of(framed(7, 10).bytes());
    assertFalse(whole.hasHead());
    isJoined(List.of(framed(1, 100_000)));
    isJoined(List.of(framed(1, 7_900), framed(2, 100), framed(3, 7_900), whole));
    isJoined(List.of(whole, RequestEnvelope.of(framed(8, 200_000).bytes()), framed(9, 0)));
  }

  @Test
  void chunkOfRequestsIsReadAsOne() throws IOException {
    byte[] chunk = new RequestElement(List.of(framed(1, 5), framed(2, 5), framed(3, 5))).bytes();
    assertEquals(3, Chunk.requests(chunk));
    assertTrue(Chunk.fits(framed(1, 5).bytes()));
  }

  private static void isJoined(List<RequestEnvelope> requests) {
    byte[] joined = Chunk.element(requests.stream().map(RequestEnvelope::bytes).toList());
    Element element = new RequestElement(requests);
    assertEquals(joined.length, element.length());
    assertArrayEquals(joined, element.bytes());
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    element.writeTo(written::write);
    assertArrayEquals(joined, written.toByteArray());
    assertEquals(Element.of(joined).isArray(), element.isArray());
  }

  private static RequestEnvelope framed(long number, int characters) throws IOException {
    String text = "x\u00e9".repeat(characters / 2);
    return RequestEnvelope.of(
        FRAME, number, 1_763_679_600_123L, 1_763_679_570_123L, out -> out.writeString(text));
  }
}
