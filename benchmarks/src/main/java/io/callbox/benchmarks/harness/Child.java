package io.callbox.benchmarks.harness;

import io.callbox.benchmarks.driver.Fields;
import io.callbox.benchmarks.driver.Named;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of ours, asked line by line. Ends when it is closed. */
final class Child implements AutoCloseable {

  /** The options of a user who sets nothing: heap and collector are the JVM's choice. */
  private static final List<String> JVM = List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  private final Process process;
  private final PrintWriter commands;
  private final BufferedReader answers;
  private final String name;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts one.
   *
   * @param options more of the JVM's
   */
  static Child start(List<String> arguments, String... options) {
    Named named = Named.of(arguments.size() > 1 ? arguments.get(1) : "");
    List<String> command = new ArrayList<>();
    command.add(
        Path.of(named.setting("java", System.getProperty("java.home")), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(named.options());
    command.addAll(List.of(options));
    String more = System.getProperty("bench.jvm", "");
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split(" ", -1)));
    }
    String jar = named.setting("jar", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", jar));
    command.add("io.callbox.benchmarks.Main");
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new Child(String.join(" ", arguments), process);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  long pid() {
    return process.pid();
  }

  /** The next line that the process says. */
  Fields answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException(name + " ended");
      }
      return Fields.parse(line);
    } catch (IOException failure) {
      throw new IllegalStateException(name, failure);
    }
  }

  /** Says a line. */
  void say(String line) {
    commands.println(line);
  }

  Fields ask(String line) {
    say(line);
    return answer();
  }

  @Override
  public void close() {
    commands.close();
    try {
      if (!process.waitFor(4, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException end) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
