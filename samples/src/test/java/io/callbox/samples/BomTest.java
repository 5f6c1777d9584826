package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM names what is published, and nothing else. */
final class BomTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
  private static final Pattern MANAGED =
      Pattern.compile("<groupId>io\\.callbox</groupId><artifactId>(.*?)</artifactId>");

  @Test
  void namesEachPublishedModule() {
    List<String> published =
        named(MODULE, "pom.xml").stream()
            .filter(module -> !module.equals("rpc-bom"))
            .filter(BomTest::isPublished)
            .sorted()
            .toList();
    assertFalse(published.isEmpty());
    List<String> managed =
        named(MANAGED, "rpc-bom/pom.xml").stream()
            .filter(module -> !module.equals("callbox-parent"))
            .sorted()
            .toList();
    assertEquals(published, managed);
  }

  /** A plugin of Maven's is named where it is used, by its version. */
  private static boolean isPublished(String module) {
    String pom = text(module + "/pom.xml");
    return !pom.contains("<maven.deploy.skip>true")
        && !pom.contains("<packaging>maven-plugin</packaging>");
  }

  private static List<String> named(Pattern pattern, String file) {
    return pattern.matcher(text(file)).results().map((MatchResult each) -> each.group(1)).toList();
  }

  private static String text(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
