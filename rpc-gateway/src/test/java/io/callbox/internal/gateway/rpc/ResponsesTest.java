package io.callbox.internal.gateway.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class ResponsesTest {

  /** A client that goes is no fault of the gateway's, so its log has no error for it. */
  @Test
  void callThatItsClientLeftIsCancelledAndHasNotFailed() {
    String response = new String(Responses.failure("1", new CancellationException()), UTF_8);

    assertTrue(response.contains("\"status\":\"CANCELLED\""), response);
    assertFalse(response.contains("INTERNAL"), response);
  }
}
