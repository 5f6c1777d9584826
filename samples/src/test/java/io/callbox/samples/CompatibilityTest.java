package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page on versions claims is what the build, or the command it names, tries. */
final class CompatibilityTest {

  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/compatibility.md");
  private static final Path COMMAND = ROOT.resolve(".ci/versions");

  /** A row of the command: library, title, module, tests, versions. */
  private static final Pattern TRIED =
      Pattern.compile("^([a-z0-9-]+)\\|([^|]+)\\|([a-z0-9-]+)\\|[a-z]+\\|(.+)$");

  /** A row of the page: title, oldest, newest, versions. */
  private static final Pattern CLAIMED =
      Pattern.compile("^\\| (.+?) \\| (\\d\\S*) \\| (\\d\\S*) \\| (\\d.*?) \\|$");

  private record Row(String library, String title, String module, List<String> versions) {

    String oldest() {
      return versions.get(0);
    }

    String newest() {
      return versions.get(versions.size() - 1);
    }

    @Override
    public String toString() {
      return "| " + title + " | " + oldest() + " | " + newest() + " | " + shown() + " |";
    }

    private String shown() {
      return String.join(", ", versions);
    }
  }

  @Test
  void tableIsWhatTheCommandTries() throws IOException {
    List<String> claimed =
        Files.readAllLines(PAGE).stream().filter(CLAIMED.asMatchPredicate()).toList();
    assertEquals(rows().stream().map(Row::toString).toList(), claimed);
  }

  @Test
  void versionsAreInTheirOrder() throws IOException {
    for (Row row : rows()) {
      assertEquals(row.versions().stream().sorted(BY_NUMBERS).toList(), row.versions());
    }
    assertTrue(BY_NUMBERS.compare("1.9.3", "1.12.0.Final") < 0);
  }

  @Test
  void buildRunsTheOldest() throws IOException {
    for (Row row : rows()) {
      String pom = pom(row.module());
      List<String> set = properties(pom, "tried." + row.library());
      if (row.module().equals("version-tests")) {
        assertEquals(List.of(row.oldest()), set, row.title());
      } else if (row.library().equals("spring-boot3")) {
        assertEquals(List.of(row.oldest()), properties(pom, "spring-boot.version"), row.title());
      } else if (!set.isEmpty()) {
        assertTrue(row.versions().containsAll(set), row + " does not name " + set);
      }
    }
  }

  @Test
  void versionsOfTheOtherModulesLieBetween() throws IOException {
    String parent = pom(".");
    List<String> compared = new ArrayList<>();
    for (Row row : rows()) {
      for (String built : properties(parent, row.library() + ".version")) {
        assertTrue(BY_NUMBERS.compare(row.oldest(), built) <= 0, row + " is built with " + built);
        assertTrue(BY_NUMBERS.compare(built, row.newest()) <= 0, row + " is built with " + built);
        compared.add(row.library());
      }
    }
    assertTrue(compared.contains("jackson") && compared.contains("micrometer"), "" + compared);
  }

  @Test
  void onlyRedissonThatIsClaimedIsTheOneBuiltWith() throws IOException {
    String built = properties(pom("."), "redisson.version").get(0);
    assertTrue(Files.readString(PAGE).contains("**Redisson** is " + built + ","), built);
  }

  @Test
  void wrongClaimIsFound() {
    assertFalse(CLAIMED.matcher("| Micrometer | 1.12.0 | 1.13.0 |").matches());
    Row row = new Row("a", "A", "m", List.of("1.0", "1.1"));
    assertEquals("| A | 1.0 | 1.1 | 1.0, 1.1 |", row.toString());
  }

  private static final Comparator<String> BY_NUMBERS =
      (left, right) -> Arrays.compare(numbers(left), numbers(right));

  private static int[] numbers(String version) {
    return Pattern.compile("\\d+")
        .matcher(version)
        .results()
        .mapToInt(each -> Integer.parseInt(each.group()))
        .toArray();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(COMMAND)) {
      Matcher row = TRIED.matcher(line);
      if (row.matches()) {
        List<String> versions = List.of(row.group(4).split(" ", -1));
        rows.add(new Row(row.group(1), row.group(2), row.group(3), versions));
      }
    }
    assertTrue(rows.size() > 8, "" + rows);
    return rows;
  }

  private static String pom(String module) throws IOException {
    return Files.readString(ROOT.resolve(module).resolve("pom.xml"));
  }

  /** The values that a POM gives a property: one, or none. */
  private static List<String> properties(String pom, String name) {
    String tag = Pattern.quote(name);
    return Pattern.compile("<" + tag + ">([^<$]+)</" + tag + ">")
        .matcher(pom)
        .results()
        .map(each -> each.group(1))
        .toList();
  }
}
