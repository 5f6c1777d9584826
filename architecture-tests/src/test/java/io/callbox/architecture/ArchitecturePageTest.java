package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page about the architecture leads to files: each class and script that it names in the paths
 * of calls, and in the table of changes, is there, in the folder that it says.
 */
final class ArchitecturePageTest {

  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/architecture.md");

  /** The first column of a line in the drawing of a path: names, and more than one space. */
  private static final Pattern STEP =
      Pattern.compile("(?m)^  \\(?([A-Z]\\w+(?:, [A-Z]\\w+)*)\\)?  ");

  /** Of the services in the examples: what they are generated into is in no module. */
  private static final Pattern GENERATED = Pattern.compile("(?:Arith|Feed|Reports)[A-Z]\\w+");

  private static final Pattern QUOTED = Pattern.compile("`([\\w./-]+)`");
  private static final String CHANGES = "## Which file to change";
  private static final Pattern CLASS = Pattern.compile("(?:.*/)?[A-Z]\\w+");
  private static final Pattern SCRIPT = Pattern.compile("[a-z]+-[a-z-]+(?:\\.lua)?|[a-z]+\\.lua");

  @Test
  void namedFilesAreThere() throws IOException {
    Set<String> named = named(Files.readString(PAGE));
    assertTrue(named.contains("PollLoop"), named::toString);
    assertTrue(named.contains("internal/client/call/Retries"), named::toString);
    assertTrue(named.contains("submit-calls"), named::toString);
    assertEquals(Set.of(), missing(named));
  }

  @Test
  void missingFileIsFound() throws IOException {
    String page =
        "```\n  PollLoop, NoSuchClass    says\n```\n"
            + (CHANGES + "\n| a change | `internal/server/Retries`, `no-such.lua` |\n");
    assertEquals(
        Set.of("NoSuchClass", "internal/server/Retries", "no-such.lua"), missing(named(page)));
  }

  @Test
  void testsThatAreNamedAreThere() throws IOException {
    assertEquals(Set.of(), missingTests(Files.readString(PAGE)));
    assertEquals(Set.of("NoSuchTest"), missingTests("| a law | `NoSuchTest`, `ThreadsTest` |"));
  }

  private static Set<String> missingTests(String page) {
    Set<String> missing =
        Pattern.compile("`([A-Z]\\w+Test)[`#]")
            .matcher(page)
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    PublishedSources.tests().forEach(unit -> missing.remove(PublishedSources.name(unit)));
    return missing;
  }

  private static Set<String> named(String page) {
    Set<String> named = new TreeSet<>();
    Matcher steps = STEP.matcher(page);
    while (steps.find()) {
      named.addAll(List.of(steps.group(1).split(", ")));
    }
    Matcher quoted = QUOTED.matcher(page.substring(page.indexOf(CHANGES)));
    while (quoted.find()) {
      String name = quoted.group(1);
      if (CLASS.matcher(name).matches() || SCRIPT.matcher(name).matches()) {
        named.add(name);
      }
    }
    named.removeIf(name -> GENERATED.matcher(name).matches() || isModule(name));
    return named;
  }

  private static boolean isModule(String name) {
    return Files.exists(ROOT.resolve(name).resolve("pom.xml"));
  }

  private static Set<String> missing(Set<String> named) throws IOException {
    List<Path> sources = sources();
    Set<String> missing = new TreeSet<>();
    for (String name : named) {
      if (sources.stream().noneMatch(source -> leadsTo(name, source)) && !isNested(name, sources)) {
        missing.add(name);
      }
    }
    return missing;
  }

  /** Folders may be left out between those that are named, as {@code src/main/java} is. */
  private static boolean leadsTo(String name, Path source) {
    List<String> wanted = List.of(name.replaceFirst("\\.lua$", "").split("/"));
    List<String> there = new ArrayList<>();
    source.forEach(each -> there.add(each.toString().replaceFirst("\\.(java|lua)$", "")));
    int at = 0;
    for (String each : there) {
      at += at < wanted.size() && each.equals(wanted.get(at)) ? 1 : 0;
    }
    return at == wanted.size() && there.get(there.size() - 1).equals(wanted.get(at - 1));
  }

  /** A type within another's file. */
  private static boolean isNested(String name, List<Path> sources) throws IOException {
    Pattern declared = Pattern.compile("\\b(class|interface|record|enum) " + name + "\\b");
    for (Path source : sources) {
      if (source.toString().endsWith(".java")
          && declared.matcher(Files.readString(source)).find()) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path module : PublishedSources.modules()) {
      try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
        sources.addAll(files.filter(Files::isRegularFile).toList());
      }
    }
    return sources;
  }
}
