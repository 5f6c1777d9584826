package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in a named module is compiled with {@code javac}, and run, from the module path. */
final class ModularConsumerTest {

  private static final Pattern MODULES =
      Pattern.compile(
          "rpc-(annotations|api|contract|runtime)[/\\\\-]|[/\\\\](jackson-|redisson-|netty-|snakeyaml-|slf4j-api-|jspecify-)");
  private static final String CLASS_PATH = ClassPath.ofTests();
  private static final Path SOURCES = Path.of("src/test/resources/modular");

  @Test
  void compilesAndRunsFromTheModulePath(@TempDir Path classes) throws Exception {
    String modules =
        Stream.of(CLASS_PATH.split(File.pathSeparator, -1))
            .filter(each -> MODULES.matcher(each).find())
            .filter(each -> !each.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    assertEquals(
        "",
        run(
            "javac",
            "-Xlint:all,-processing",
            "-Werror",
            "--module-path",
            modules,
            "--processor-path",
            CLASS_PATH,
            "-processor",
            RemoteServiceProcessor.class.getName(),
            "-parameters",
            "-d",
            classes.toString(),
            SOURCES.resolve("module-info.java").toString(),
            SOURCES.resolve("modular/Desk.java").toString(),
            SOURCES.resolve("modular/Main.java").toString()));
    assertEquals(
        """
        Visit[visitor=Visitor[name=Ada, badge=7], day=2024-02-29]
        module modular module io.callbox.runtime
        """,
        run(
            "java",
            "--module-path",
            modules + File.pathSeparator + classes,
            "-m",
            "modular/modular.Main"));
  }

  /** What a program of this JDK writes; it must succeed. */
  private static String run(String program, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", program).toString()),
                Stream.of(arguments))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    assertEquals(0, process.exitValue(), output);
    return output.replaceAll("(?m)^SLF4J.*\n", "");
  }
}
