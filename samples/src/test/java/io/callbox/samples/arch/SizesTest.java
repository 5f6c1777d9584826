package io.callbox.samples.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that is read before it is changed: files of 250 lines at most, tests of 400. */
final class SizesTest {

  private static final int MOST_LINES = 250;
  private static final int MOST_LINES_OF_A_TEST = 400;

  private static final Map<String, String> MAY_BE_LONG =
      Map.of(
          "EverythingEcho", "a method for each type of a contract",
          "RpcNodeBuilder", "a method for each setting, with what a user has to know of it");

  private static final Map<String, String> MAY_BE_LONG_TESTS =
      Map.of(
          "BadInputTest", "each method is another way to send what is wrong to one gateway",
          "CommandsTest", "all commands, against nodes that it starts once",
          "DeadLettersContract", "it is the contract that each transport keeps",
          "DurableCallsTest", "all promises of a durable call, over each broker",
          "TransportContract", "it is the contract that each transport keeps");

  @TempDir private Path folder;

  @Test
  void noFileIsTooLong() throws IOException {
    assertEquals(MAY_BE_LONG.keySet(), longFiles(sources("src/main/java"), MOST_LINES));
  }

  @Test
  void noTestIsTooLong() throws IOException {
    assertEquals(
        MAY_BE_LONG_TESTS.keySet(), longFiles(sources("src/test/java"), MOST_LINES_OF_A_TEST));
  }

  @Test
  void longFileIsFound() throws IOException {
    Path file = folder.resolve("Bad.java");
    Files.writeString(file, "//\n".repeat(MOST_LINES));
    assertEquals(Set.of(), longFiles(List.of(file), MOST_LINES));
    Files.writeString(file, "//\n".repeat(MOST_LINES + 1));
    assertEquals(Set.of("Bad"), longFiles(List.of(file), MOST_LINES));
  }

  /** Of all modules, and of the projects in their folders. */
  private static List<Path> sources(String kind) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path module : PublishedSources.folders()) {
      try (Stream<Path> below = Files.find(module, 5, (path, file) -> path.endsWith(kind))) {
        below.map(PublishedSources::below).forEach(sources::addAll);
      }
    }
    assertTrue(sources.size() > 100);
    return sources;
  }

  private static Set<String> longFiles(List<Path> files, int most) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        if (lines.count() > most) {
          found.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    return found;
  }
}
