package io.callbox.samples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeSpanTest {

  @Test
  void unitIsMillisecondsSecondsOrMinutes() {
    assertEquals(Duration.ofMillis(250), TimeSpan.parse("--timeout", "250ms"));
    assertEquals(Duration.ofSeconds(2), TimeSpan.parse("--timeout", "2s"));
    assertEquals(Duration.ofMinutes(3), TimeSpan.parse("--timeout", "3m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "s", "-2s", "0s", "2 s", "2.5s", "2h", "9999999999s"})
  void anythingElseIsRefused(String text) {
    UsageException refusal =
        assertThrows(UsageException.class, () -> TimeSpan.parse("--timeout", text));
    assertEquals(
        "--timeout must be a time such as 250ms or 2s, got '" + text + "'", refusal.getMessage());
  }
}
