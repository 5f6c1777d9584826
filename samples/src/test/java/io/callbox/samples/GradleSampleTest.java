package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the tutorial's project says to Gradle is what it says to Maven, which builds it; no Gradle
 * runs here.
 */
final class GradleSampleTest {

  private static final Path PROJECT = Path.of("tutorial");
  private static final Pattern OF_MAVEN =
      Pattern.compile(
          "<(?:dependency|path)><groupId>(.+?)</groupId><artifactId>(.+?)</artifactId>"
              + "<version>(.+?)</version>");
  private static final Pattern OF_GRADLE = Pattern.compile("\"([a-z0-9.]+):([a-z0-9-]+):(.+?)\"");

  @Test
  void sameLibrariesAreNamedToBoth() throws IOException {
    Set<String> ofMaven =
        named(
            OF_MAVEN,
            text("pom.xml").replace("${callbox.version}", value("<callbox.version>(.+?)<")));
    assertTrue(ofMaven.size() > 4, ofMaven::toString);
    String build = text("build.gradle.kts");
    String callbox =
        named(Pattern.compile("()()val callbox = \"(.+?)\""), build).iterator().next().substring(2);
    assertEquals(ofMaven, named(OF_GRADLE, build.replace("$callbox", callbox)));
  }

  @Test
  void docsShowTheFile() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "builds.md"));
    assertTrue(page.contains("```kotlin\n" + text("build.gradle.kts") + "```"));
  }

  private static String value(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(text("pom.xml"))
        .results()
        .map(each -> each.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> named(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(each -> each.group(1) + ":" + each.group(2) + ":" + each.group(3))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(String file) throws IOException {
    return Files.readString(PROJECT.resolve(file));
  }
}
