package io.callbox.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpansTest {

  @ParameterizedTest
  @CsvSource({
    "PT0.00034S,340 µs",
    "PT0.0123S,12.3 ms",
    "PT4.1S,4.1 s",
    "PT3M5S,3 min 5 s",
    "PT7H2M,7 h 2 min",
    "P2DT4H,2 d 4 h"
  })
  void spanIsWrittenInItsTwoLargestUnits(Duration span, String text) {
    assertEquals(text, Spans.of(span));
  }

  @Test
  void longestSpanIsWrittenToo() {
    assertTrue(Spans.of(Duration.ofSeconds(Long.MAX_VALUE)).endsWith(" h"));
  }
}
