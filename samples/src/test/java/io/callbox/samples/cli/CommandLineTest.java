package io.callbox.samples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CommandLineTest {

  private static final Set<String> OPTIONS = Set.of("redis", "node");

  @Test
  void optionsComeBeforeWords() {
    CommandLine line = parse("--node", "n1", "Arith.multiply", "-7", "--8");
    assertEquals(Optional.of("n1"), line.option("node"));
    assertEquals(Optional.empty(), line.option("redis"));
    assertEquals(List.of("Arith.multiply", "-7", "--8"), line.words());
  }

  @Test
  void unknownOptionIsNamed() {
    assertMisused("no option --port", () -> parse("--port", "1"));
  }

  @Test
  void optionWithoutValueIsNamed() {
    assertMisused("--node needs a value", () -> parse("--node"));
  }

  @Test
  void missingOptionIsNamed() {
    assertMisused("--redis is missing", () -> parse().required("redis"));
  }

  private static CommandLine parse(String... args) {
    return CommandLine.parse(List.of(args), OPTIONS);
  }

  private static void assertMisused(String message, Runnable reading) {
    assertEquals(message, assertThrows(UsageException.class, reading::run).getMessage());
  }
}
