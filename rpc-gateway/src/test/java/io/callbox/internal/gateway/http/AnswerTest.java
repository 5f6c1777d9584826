package io.callbox.internal.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.rpc.StatusCode;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AnswerTest {

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  /** JSON has the digits of ASCII alone. */
  @Test
  void refusalIsJsonWhereDigitsAreWrittenInAnotherWay() throws Exception {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    assertEquals("٥", "%d".formatted(5));
    Answer.Whole refusal = Answer.refusal(503, StatusCode.RESOURCE_EXHAUSTED, "too many");
    assertEquals(
        StatusCode.RESOURCE_EXHAUSTED.code(),
        new ObjectMapper().readTree(refusal.body()).at("/error/code").asInt());
  }
}
