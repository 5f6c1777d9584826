package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.demo.Await;
import io.callbox.testkit.os.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a process of its own, its output kept in files. Whoever starts it closes it; that
 * ends it, should it still run.
 */
final class Program implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts the packaged samples. */
  static Program samples(String... args) throws IOException {
    List<String> command = new ArrayList<>(tool("java"));
    command.add("-Djava.io.tmpdir=" + Path.of("target").toAbsolutePath());
    command.add("-jar");
    command.add(System.getProperty("samples.jar"));
    command.addAll(List.of(args));
    return start(Path.of("").toAbsolutePath(), command);
  }

  /**
   * Returns the command of a tool of this JDK, with options of the JVM for programs that end soon.
   */
  static List<String> tool(String name) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
    boolean java = name.equals("java"); // the others have little memory at first
    options().stream()
        .filter(option -> java || option.startsWith("-XX:"))
        .forEach(option -> command.add(java ? option : "-J" + option));
    return command;
  }

  private static List<String> options() {
    String options = System.getProperty("samples.jvm", "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }

  /** Starts any program. A Maven gets these options, too. */
  static Program start(Path directory, List<String> command) throws IOException {
    Path out = Files.createTempFile(Path.of("target"), "program", ".out");
    Path err = Files.createTempFile(Path.of("target"), "program", ".err");
    ProcessBuilder program =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    program.environment().putIfAbsent("MAVEN_OPTS", String.join(" ", options()));
    return new Program(program.start(), out, err);
  }

  /** The process. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** What it has printed so far. */
  String out() throws IOException {
    return Files.readString(out);
  }

  /** Waits until it has printed a text. */
  Program awaitOutput(String text) throws Exception {
    Await.until("it prints '" + text + "'", () -> out().contains(text));
    return this;
  }

  /** Asks it to end. */
  void terminate() {
    process.destroy();
  }

  /** Waits until it ends by itself, for a minute at most. */
  Outcome awaitEnd() throws Exception {
    return awaitEnd(Duration.ofSeconds(PATIENCE_SECONDS));
  }

  /** Waits until it ends by itself. */
  Outcome awaitEnd(Duration patience) throws Exception {
    assertTrue(
        process.waitFor(patience.toSeconds(), TimeUnit.SECONDS), "it does not end: " + out());
    return new Outcome(process.exitValue(), out().strip(), Files.readString(err).strip());
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    if (!Exit.within(process, PATIENCE_SECONDS)) {
      Exit.kill(process);
    }
    Files.delete(out);
    Files.delete(err);
  }

  /**
   * How a program ended.
   *
   * @param exitCode its exit code
   * @param out what it printed
   * @param err what it printed as error
   */
  record Outcome(int exitCode, String out, String err) {}
}
