package io.callbox.arch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error Prone, as the build calls it, refuses shared state that is used without its lock. */
final class GuardedStateTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath();
  private static final String COUNTER =
      """
      import com.google.errorprone.annotations.concurrent.GuardedBy;

      final class Counter {
        private final Object lock = new Object();

        @GuardedBy("lock")
        private int count;

        int next() {
          synchronized (lock) {
            return count++;
          }
        }

        int count() {
          %s
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void stateThatIsUsedUnderItsLockCompiles() throws Exception {
    String warnings = compile("synchronized (lock) { return count; }");
    assertFalse(warnings.contains("error:"), warnings);
  }

  @Test
  void stateThatIsUsedWithoutItsLockDoesNot() throws Exception {
    String problems = compile("return count;");
    assertTrue(problems.contains("error: [GuardedBy]"), problems);
  }

  private String compile(String body) throws Exception {
    Path source = Files.writeString(folder.resolve("Counter.java"), COUNTER.formatted(body));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    Files.readAllLines(ROOT.resolve(".mvn/jvm.config")).stream()
        .filter(option -> !option.isBlank())
        .forEach(option -> command.add("-J" + option));
    String classPath = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", classPath, "-processorpath", classPath, "-proc:none"));
    command.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
    command.addAll(List.of(checksOfTheBuild(), "-d", folder.toString(), source.toString()));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(javac.waitFor(1, TimeUnit.MINUTES));
    return output;
  }

  /** As the POM has them, but for those of NullAway, which is another plugin's. */
  private static String checksOfTheBuild() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    Matcher plugin =
        Pattern.compile("<error-prone.main>(-Xplugin:ErrorProne .*?)</error-prone.main>")
            .matcher(pom);
    assertTrue(plugin.find());
    assertTrue(pom.contains("<arg>${error-prone.main}</arg>"), "the compiler does not get them");
    return plugin.group(1).replaceAll(" -Xep(Opt)?:NullAway\\S*", "");
  }
}
