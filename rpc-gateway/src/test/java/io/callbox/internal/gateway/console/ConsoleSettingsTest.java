package io.callbox.internal.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.transport.Namespace;
import org.junit.jupiter.api.Test;

/** What a console shows that masks payloads. */
final class ConsoleSettingsTest {

  private static final ConsoleSettings MASKED =
      new ConsoleSettings(Namespace.NONE, (caller, action, target) -> true, false, true);

  @Test
  void failureIsShownWithoutTheFieldsOfItsException() {
    String error =
        """
        {"code":-32001,"message":"no such book","data":{"status":"APPLICATION","type":"Unknown",
         "details":{"number":7},"else":"secret"},"more":"secret"}""";
    assertEquals(
        "{\"code\":-32001,\"message\":\"no such book\",\"data\":{\"status\":\"APPLICATION\","
            + "\"type\":\"Unknown\",\"details\":\"(masked: 12 characters)\"}}",
        MASKED.shownError(error));
  }

  @Test
  void failureThatCannotBeReadIsMaskedAsAWhole() {
    assertEquals("(masked: 6 characters)", MASKED.shownError("secret"));
    assertEquals("(masked: 12 characters)", MASKED.shownError("{\"data\":\"x\"}"));
  }
}
