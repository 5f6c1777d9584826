package io.callbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class RequestRescueTest {

  @Test
  void idBehindAMethodThatIsNoTextIsFound() {
    assertEquals(
        new RequestRescue(new RequestId("1", false), "", "y", null),
        rescued("{\"method\":{\"id\":2,\"replyTo\":\"x\"},\"replyTo\":\"y\",\"id\":1}"));
  }

  @Test
  void placeToAnswerToBehindAnIdThatIsNoneIsFound() {
    assertEquals(
        new RequestRescue(null, "A.b", "y", "z"),
        rescued(
            "{\"id\":{\"id\":1,\"replyTo\":\"x\"},\"method\":\"A.b\",\"from\":\"z\",\"replyTo\":\"y\"}"));
  }

  private static RequestRescue rescued(String request) {
    return RequestRescue.of(Slice.of(request.getBytes(StandardCharsets.UTF_8)));
  }
}
