package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The first sentence of a Javadoc says what the declaration is or does. It is no question without
 * its question mark: "Returns the reason", not "Why the call failed".
 */
final class JavadocOpeningTest {

  private static final Pattern QUESTION =
      Pattern.compile("/\\*\\*[\\s*]*(?:What|How|Whether|Who|Whose|Where|Which|Why)\\b[^\n]*");

  @Test
  void noJavadocBeginsLikeAQuestion() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      for (String opening : questions(Files.readString(file))) {
        found.add(file.getFileName() + ": " + opening);
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void ruleFindsQuestions() {
    String source =
        """
        /** Whether it is there. */
        /**
         * What a call costs.
         */
        /** Returns what a call costs. */
        /** Whatever. */
        // How it works
        """;
    assertEquals(
        List.of("/** Whether it is there. */", "/**\n * What a call costs."), questions(source));
  }

  private static List<String> questions(String source) {
    return QUESTION.matcher(source).results().map(MatchResult::group).toList();
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path module : PublishedSources.modules()) {
      try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
        files.filter(each -> each.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    assertFalse(sources.isEmpty());
    return sources;
  }
}
