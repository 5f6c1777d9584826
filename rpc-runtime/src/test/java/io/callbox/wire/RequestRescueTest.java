package io.callbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class RequestRescueTest {

  @Test
  void idBehindAMethodThatIsNoTextIsFound() {
    String request = "{\"method\":{\"id\":2,\"replyTo\":\"x\"},\"replyTo\":\"y\",\"id\":1}";
    RequestRescue rescue = RequestRescue.of(Slice.of(request.getBytes(StandardCharsets.UTF_8)));
    assertEquals(new RequestRescue(new RequestId("1", false), "", "y"), rescue);
  }
}
