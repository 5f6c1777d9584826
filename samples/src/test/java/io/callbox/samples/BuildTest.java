package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build leaves out for those who wait for it, continuous integration does not. */
final class BuildTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void noTestIsRunAgainBecauseItFailed() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      List<Path> rerunning =
          modules
              .map(module -> module.resolve("pom.xml"))
              .filter(Files::exists)
              .filter(pom -> text(pom).contains("rerunFailing"))
              .toList();
      assertEquals(List.of(), rerunning);
    }
  }

  @Test
  void drillsAreRunByContinuousIntegration() {
    String pom = text(ROOT.resolve("pom.xml"));
    assertTrue(pom.contains("<excludedGroups>drill</excludedGroups>"));
    assertTrue(pom.contains("<id>drills</id>"));
    assertTrue(text(ROOT.resolve(".ci/run")).contains("-Pdrills"));
    assertTrue(text(ROOT.resolve(".github/workflows/verify.yml")).contains(".ci/run"));
  }

  @Test
  void siteShowsEachPageOfItsMenuAndTheIndexEachPage() throws IOException {
    String menu = text(ROOT.resolve("docs/site/site.xml"));
    List<String> pages =
        Pattern.compile("href=\"(.*?)\\.html\"")
            .matcher(menu)
            .results()
            .map(each -> each.group(1).replace("index", "README"))
            .filter(page -> !page.startsWith("javadoc"))
            .toList();
    assertTrue(pages.size() > 15, pages::toString);
    for (String page : pages) {
      assertTrue(Files.exists(ROOT.resolve("docs").resolve(page + ".md")), page);
    }
    String index = text(ROOT.resolve("docs/README.md"));
    try (Stream<Path> all = Files.list(ROOT.resolve("docs"))) {
      List<String> unlisted =
          all.map(page -> page.getFileName().toString())
              .filter(page -> page.endsWith(".md") && !page.equals("README.md"))
              .filter(page -> !index.contains("(" + page + ")"))
              .toList();
      assertEquals(List.of(), unlisted);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
