package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project in {@code samples/consumer}, which is no part of the reactor: compiled as strictly as
 * its {@code pom.xml} says, against the jars that were built, and run. {@code
 * -Dconsumer.rounds=10000} sends that many values of each type.
 */
final class ConsumerIT {

  private static final Path PROJECT = Path.of("consumer").toAbsolutePath();
  private static final Pattern ARGUMENT = Pattern.compile("<arg>(.*?)</arg>");
  private static final int ROUNDS = Integer.getInteger("consumer.rounds", 50);
  private static final long SEED = Long.getLong("consumer.seed", 1);

  @Test
  void everyTypeTravelsThroughRedisForStrictConsumerOfTheJars(@TempDir Path classes)
      throws Exception {
    assertEquals(new Outcome(0, "", ""), compile(classes));
    assertTrue(Files.exists(classes.resolve("META-INF/callbox/Everything.openrpc.json")));
    Outcome outcome =
        run(
            Duration.ofSeconds(60 + ROUNDS / 10),
            List.of(
                "java",
                "-cp",
                classes + File.pathSeparator + classPath(),
                "consumer.Main",
                Integer.toString(ROUNDS),
                Long.toString(SEED)));
    assertEquals(0, outcome.exitCode(), outcome::toString);
    System.out.println(outcome.out());
    assertTrue(
        outcome.out().startsWith("40 methods, " + ROUNDS + " calls each, in "), outcome::toString);
  }

  private static Outcome compile(Path classes) throws Exception {
    List<String> command = new ArrayList<>(List.of("javac", "-d", classes.toString()));
    command.addAll(List.of("--release", "17", "-encoding", "UTF-8"));
    ARGUMENT
        .matcher(Files.readString(PROJECT.resolve("pom.xml")))
        .results()
        .forEach(argument -> command.add(argument.group(1)));
    command.addAll(List.of("-cp", classPath()));
    command.addAll(List.of("--processor-path", String.join(File.pathSeparator, jars())));
    try (Stream<Path> files = Files.walk(PROJECT.resolve("src"))) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(command::add);
    }
    assertTrue(command.containsAll(List.of("-Xlint:all", "-Werror")), command::toString);
    return run(Duration.ofMinutes(2), command);
  }

  /** What a consumer has: all but the processor, which runs from its own path. */
  private static String classPath() {
    List<String> jars = new ArrayList<>(jars());
    assertTrue(
        jars.removeIf(each -> each.contains("rpc-processor")), "Maven's verify gives this jars");
    return String.join(File.pathSeparator, jars);
  }

  /** The jars of the modules and of what they need, without the samples' own folders. */
  private static List<String> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> each.endsWith(".jar"))
        .toList();
  }

  private static Outcome run(Duration patience, List<String> command) throws Exception {
    List<String> whole = new ArrayList<>(command);
    whole.set(0, Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
    try (Program program = Program.start(PROJECT, whole)) {
      return program.awaitEnd(patience);
    }
  }
}
