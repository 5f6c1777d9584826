package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command {@code faults}, at its short scale: no promise is broken. */
@Tag("drill")
final class FaultsIT {

  /** Ninety seconds on a machine that does nothing else. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  @Test
  void everyPromiseIsKept() throws Exception {
    try (Program faults = Program.samples("faults", "--short")) {
      Outcome outcome = faults.awaitEnd(PATIENCE);
      assertEquals(0, outcome.exitCode(), outcome::toString);
      assertFalse(outcome.out().contains("BROKEN"), outcome::out);
      List<String> lines = outcome.out().lines().toList();
      assertTrue(lines.size() >= 27, outcome::out);
      assertTrue(lines.stream().allMatch(line -> line.startsWith("|")), outcome::out);
    }
  }
}
