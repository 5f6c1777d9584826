package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The project in {@code samples/consumer}, compiled against the jars that were built, as strictly
 * as its {@code pom.xml} says.
 *
 * @param classes where its classes are
 */
record Consumer(Path classes) {

  private static final Path PROJECT = Path.of("consumer").toAbsolutePath();
  private static final Pattern ARGUMENT = Pattern.compile("<arg>(.*?)</arg>");

  /** What the compiler says. */
  Outcome compile() throws Exception {
    List<String> command = new ArrayList<>(List.of("-d", classes.toString()));
    command.addAll(List.of("--release", "17", "-encoding", "UTF-8"));
    ARGUMENT
        .matcher(Files.readString(PROJECT.resolve("pom.xml")))
        .results()
        .forEach(argument -> command.add(argument.group(1)));
    assertTrue(command.containsAll(List.of("-Xlint:all", "-Werror")), command::toString);
    command.addAll(List.of("-cp", classPath()));
    command.addAll(List.of("--processor-path", String.join(File.pathSeparator, jars())));
    try (Stream<Path> files = Files.walk(PROJECT.resolve("src"))) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(command::add);
    }
    try (Program javac = start("javac", command)) {
      return javac.awaitEnd(Duration.ofMinutes(2));
    }
  }

  /** Runs one of its programs to the end. */
  Outcome run(Duration patience, List<String> options, String main, String... args)
      throws Exception {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-cp", classes + File.pathSeparator + classPath(), main));
    command.addAll(List.of(args));
    try (Program program = start("java", command)) {
      return program.awaitEnd(patience);
    }
  }

  /** Starts one of its programs. */
  Program start(String main, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-cp", classes + File.pathSeparator + classPath(), main));
    command.addAll(List.of(args));
    return start("java", command);
  }

  private static Program start(String tool, List<String> arguments) throws IOException {
    List<String> command = Program.tool(tool);
    command.addAll(arguments);
    return Program.start(PROJECT, command);
  }

  /** All but the processor, which runs from its own path. */
  private static String classPath() {
    List<String> jars = new ArrayList<>(jars());
    assertTrue(
        jars.removeIf(each -> each.contains("rpc-processor")), "mvn verify builds the jars first");
    return String.join(File.pathSeparator, jars);
  }

  /** The jars of the modules and of what they need, without the samples' own folders. */
  private static List<String> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> each.endsWith(".jar"))
        .toList();
  }
}
