package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tutorial tells a newcomer to write and run, written and run. */
@Tag("drill")
final class TutorialIT {

  private static final Path PROJECT = Path.of("tutorial").toAbsolutePath();
  private static final Path PAGE = Path.of("../docs/tutorial.md");
  private static final Pattern PRINTED = Pattern.compile("```text\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile("Redis is at (\\S+)");

  @TempDir private static Path classes;

  @BeforeAll
  static void compiles() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "--release", "17"));
    arguments.addAll(List.of("-cp", jars("rpc-processor", false)));
    arguments.addAll(List.of("--processor-path", jars("", true)));
    try (Stream<Path> files = Files.walk(PROJECT.resolve("src"))) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(arguments::add);
    }
    try (Program javac = start("javac", arguments)) {
      assertEquals(new Outcome(0, "", ""), javac.awaitEnd(Duration.ofMinutes(2)));
    }
  }

  @Test
  void clientPrintsWhatThePageSays() throws Exception {
    try (Program redis = run("LocalRedis").awaitOutput("Redis is at ");
        Program server = run("Server", address(redis), "warehouse-1").awaitOutput(" serves Stock");
        Program client = run("Client", address(redis))) {
      assertEquals("warehouse-1 serves Stock", server.out().strip());
      Outcome outcome = client.awaitEnd(Duration.ofMinutes(1));
      assertEquals(promised(), outcome.out().strip(), outcome::toString);
      assertEquals(0, outcome.exitCode());
    }
  }

  @Test
  void pageShowsTheWholeProject() throws IOException {
    String page = Files.readString(PAGE);
    String pom = Files.readString(PROJECT.resolve("pom.xml"));
    Matcher shown = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertTrue(shown.find() && pom.contains(shown.group(1)), "the page shows another pom.xml");
  }

  private static String promised() throws IOException {
    Matcher printed = PRINTED.matcher(Files.readString(PAGE));
    assertTrue(printed.find(), "the page says nothing of what is printed");
    return printed.group(1);
  }

  private static String address(Program redis) throws IOException {
    Matcher address = ADDRESS.matcher(redis.out());
    assertTrue(address.find(), redis.out());
    return address.group(1);
  }

  private static Program run(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-cp", classes + File.pathSeparator + jars("rpc-processor", false)));
    command.add("tutorial." + main);
    command.addAll(List.of(arguments));
    return start("java", command);
  }

  private static Program start(String tool, List<String> arguments) throws IOException {
    List<String> command = Program.tool(tool);
    command.addAll(arguments);
    return Program.start(PROJECT, command);
  }

  /** The jars of this test whose names contain {@code part}, or those whose names do not. */
  private static String jars(String part, boolean containing) {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(each -> each.endsWith(".jar"))
            .filter(each -> each.contains(part) == containing)
            .toList());
  }
}
