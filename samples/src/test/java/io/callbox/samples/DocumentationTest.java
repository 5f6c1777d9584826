package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each block of Java in the documentation is part of the file that a comment above it names, so
 * that what readers see is what compiles and runs. A line {@code // ...} in a block stands for any
 * number of lines.
 */
final class DocumentationTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- from (\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void readmeHasExamples() throws IOException {
    assertTrue(blocks(ROOT.resolve("README.md")).size() >= 3);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void examplesArePartOfTheirFiles(Path document) throws IOException {
    for (Block block : blocks(document)) {
      assertTrue(!block.file.isEmpty(), () -> "names no file:\n" + block.text);
      List<String> lines = stripped(Files.readString(ROOT.resolve(block.file)));
      int from = 0;
      for (String passage : block.text.split("\n *// \\.\\.\\.\n", -1)) {
        List<String> wanted = stripped(passage);
        int found = Collections.indexOfSubList(lines.subList(from, lines.size()), wanted);
        assertTrue(found >= 0, () -> "not in " + block.file + ":\n" + passage);
        from += found + wanted.size();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksToFilesLeadSomewhere(Path document) throws IOException {
    Matcher links = Pattern.compile("\\]\\((?!http)([^)#]+)").matcher(Files.readString(document));
    List<String> broken = new ArrayList<>();
    while (links.find()) {
      if (!Files.exists(document.resolveSibling(links.group(1)))) {
        broken.add(links.group(1));
      }
    }
    assertEquals(List.of(), broken);
  }

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      Stream<Path> top =
          Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve);
      return Stream.concat(top, docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList()
          .stream();
    }
  }

  /** A block of Java, and the file it says it is from; empty if it says none. */
  private record Block(String file, String text) {}

  private static List<Block> blocks(Path document) throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(document));
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1) == null ? "" : matcher.group(1), matcher.group(2)));
    }
    return blocks;
  }

  private static List<String> stripped(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
