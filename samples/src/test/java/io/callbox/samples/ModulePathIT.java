package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import io.callbox.testkit.redis.RedisServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program on the module path calls through Redis, by the lines of {@code docs/modules.md}. */
@Tag("drill")
final class ModulePathIT {

  private static final Path PAGE = Path.of("../docs/modules.md");
  private static final Path SOURCES = Path.of("modular").toAbsolutePath();

  /** What the runtime needs and what those need, which a build tool puts on the module path. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "/(rpc-(annotations|api|contract|runtime)|jackson-(core|annotations|databind|datatype)|redisson"
              + "|netty|snakeyaml|slf4j-api|jspecify|reactor|reactive|rxjava|kryo|cache-api|byte-buddy"
              + "|objenesis|reflectasm|minlog|jodd)[^/]*(?<!-tests)\\.jar$");

  @TempDir private static Path folder;
  private static String modules;

  @BeforeAll
  static void compiles() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String needed = jars().filter(NEEDED.asPredicate()).collect(pathOf());
    modules = needed + File.pathSeparator + classes;
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "--release", "17"));
    arguments.addAll(
        List.of("--module-path", needed, "--processor-path", jars().collect(pathOf())));
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(arguments::add);
    }
    assertEquals(new Outcome(0, "", ""), run(tool("javac"), arguments));
  }

  @Test
  void programStartsByNothingButItsName() throws Exception {
    assertCalls(tool("java"));
  }

  @Test
  void programRunsOnAnImageOfTheModulesThatThePageNames() throws Exception {
    Matcher line = Pattern.compile("jlink --add-modules (\\S+)").matcher(Files.readString(PAGE));
    assertTrue(line.find(), "the page says nothing of jlink");
    Path image = folder.resolve("image");
    List<String> options = List.of("--add-modules", line.group(1), "--output", image.toString());
    assertEquals(0, run(tool("jlink"), options).exitCode());
    assertCalls(image.resolve("bin/java"));
  }

  private static void assertCalls(Path java) throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      Outcome outcome =
          run(java, List.of("--module-path", modules, "-m", "modular/modular.Main", redis.uri()));
      assertEquals("56 module modular", outcome.out(), outcome::toString);
      assertEquals(0, outcome.exitCode(), outcome::toString);
    }
  }

  private static Outcome run(Path program, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, program.toString());
    try (Program process = Program.start(SOURCES, command)) {
      return process.awaitEnd(Duration.ofMinutes(2));
    }
  }

  private static Path tool(String name) throws IOException {
    return Path.of(System.getProperty("java.home"), "bin", name).toRealPath();
  }

  private static Stream<String> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> each.endsWith(".jar"));
  }

  private static Collector<CharSequence, ?, String> pathOf() {
    return Collectors.joining(File.pathSeparator);
  }
}
