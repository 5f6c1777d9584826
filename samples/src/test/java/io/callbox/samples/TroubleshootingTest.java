package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on failures knows every status, and quotes only what the code says. */
final class TroubleshootingTest {

  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/troubleshooting.md");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final List<String> MODULES =
      List.of("rpc-api", "rpc-runtime", "rpc-gateway", "rpc-spring-boot-starter");

  @Test
  void everyStatusIsExplained() throws IOException {
    String headings =
        Files.readString(PAGE)
            .lines()
            .filter(line -> line.startsWith("### "))
            .collect(Collectors.joining(" "));
    List<String> missing =
        Stream.of(StatusCode.values())
            .map(StatusCode::name)
            .filter(name -> !headings.contains(name))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void quotedMessagesAreMessagesOfTheCode() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String module : MODULES) {
      sources.append(sources(module));
    }
    String code = sources.toString();
    List<String> fragments =
        Files.readString(PAGE)
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(2, line.indexOf(" | ", 2)))
            .flatMap(cell -> QUOTED.matcher(cell).results())
            .flatMap(quoted -> Stream.of(quoted.group(1).split("…|\\b[A-Z]\\b", -1)))
            .map(String::strip)
            .filter(fragment -> fragment.length() > 3)
            .toList();
    assertTrue(fragments.size() > 15, fragments::toString);
    assertEquals(
        List.of(), fragments.stream().filter(fragment -> !code.contains(fragment)).toList());
  }

  private static String sources(String module) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }
}
