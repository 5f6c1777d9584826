package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The command {@code faults}, at its short scale, with workers that die: no promise is broken. What
 * the other scenarios try, tests of the runtime try too, and a release runs all of them.
 */
@Tag("drill")
final class FaultsIT {

  private static final List<String> SCENARIOS = List.of("kill", "durable-kill");

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  @Test
  void everyPromiseIsKept() throws Exception {
    try (Program faults =
        Program.samples("faults", "--short", "--only", String.join(",", SCENARIOS))) {
      Outcome outcome = faults.awaitEnd(PATIENCE);
      assertEquals(0, outcome.exitCode(), outcome::toString);
      assertFalse(outcome.out().contains("BROKEN"), outcome::out);
      List<String> lines = outcome.out().lines().toList();
      assertTrue(lines.size() >= SCENARIOS.size() + 2, outcome::out);
      assertTrue(lines.stream().allMatch(line -> line.startsWith("|")), outcome::out);
    }
  }
}
