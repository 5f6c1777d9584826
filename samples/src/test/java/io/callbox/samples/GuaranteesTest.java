package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that {@code docs/guarantees.md} names are there. */
final class GuaranteesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  @Test
  void everyProofIsThere() throws IOException {
    Map<String, Path> tests = tests();
    List<String> missing = new ArrayList<>();
    int named = 0;
    Matcher proof = NAMED.matcher(Files.readString(ROOT.resolve("docs/guarantees.md")));
    for (; proof.find(); named++) {
      Path test = tests.get(proof.group(1) + ".java");
      String method = proof.group(2);
      if (test == null || (method != null && !Files.readString(test).contains(method + "("))) {
        missing.add(proof.group());
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named > 20, "few proofs: " + named);
  }

  private static final List<String> MODULES =
      List.of(
          "rpc-api",
          "rpc-processor",
          "rpc-runtime",
          "rpc-contract",
          "rpc-testkit",
          "rpc-validation",
          "rpc-opentelemetry",
          "rpc-micrometer",
          "rpc-gateway",
          "rpc-spring-boot-starter",
          "runtime-tests",
          "processor-tests",
          "testkit-tests",
          "architecture-tests",
          "rpc-cli");

  private static Map<String, Path> tests() throws IOException {
    Map<String, Path> tests = new HashMap<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        files
            .filter(file -> file.toString().endsWith("Test.java"))
            .forEach(file -> tests.put(file.getFileName().toString(), file));
      }
    }
    return tests;
  }
}
