package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpochMillisTest {

  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808,0",
    "-1,0",
    "0,0",
    "1763679600123,1763679600123",
    "253402300799999,253402300799999",
    "9223372036854775807,253402300799999"
  })
  void timesOutsideOfTheBoundsCountAsTheNearerBound(long told, long bounded) {
    Instant time = EpochMillis.instant(told);
    assertEquals(bounded, time.toEpochMilli());
    assertEquals(bounded, Duration.between(Instant.EPOCH, time).toMillis());
  }

  @Test
  void noTimeIsNone() {
    assertNull(EpochMillis.instantIfTold(0));
    assertEquals(Instant.ofEpochMilli(7), EpochMillis.instantIfTold(7));
  }
}
