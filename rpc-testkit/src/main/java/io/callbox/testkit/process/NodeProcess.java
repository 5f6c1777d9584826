package io.callbox.testkit.process;

import io.callbox.testkit.os.Exit;
import io.callbox.testkit.os.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program of the tests' class path in a separate process, which a test can kill or pause.
 * The program prints a first line {@code ready} when it is ready, and must then wait, because a
 * node does not keep a program alive. Its {@code System.err} goes to that of the test. The system
 * property {@code callbox.testkit.jvm} has options for its JVM, separated by spaces. Its temporary
 * folder is that of the test.
 *
 * <p>Not safe for use by many threads. The code that starts it closes it, which kills it.
 *
 * <pre>{@code
 * try (NodeProcess worker = NodeProcess.start(Worker.class, redis.uri(), "worker-1")) {
 *   worker.kill();
 * }
 * }</pre>
 */
public final class NodeProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final String READY = "ready";

  private final Process process;

  private NodeProcess(Process process) {
    this.process = process;
  }

  /** Starts the main method of this class, and returns when it is ready. */
  public static NodeProcess start(Class<?> program, String... arguments) {
    return start(Map.of(), program, arguments);
  }

  /** Does the same, with additional environment variables. */
  public static NodeProcess start(
      Map<String, String> environment, Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    command.addAll(options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    try {
      NodeProcess started = new NodeProcess(builder.start());
      Runtime.getRuntime().addShutdownHook(new Thread(started::kill)); // if the run breaks off
      started.awaitReady(program);
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> options() {
    String options = System.getProperty("callbox.testkit.jvm", "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }

  private void awaitReady(Class<?> program) {
    String line =
        CompletableFuture.supplyAsync(this::firstLine, task -> new Thread(task).start())
            .completeOnTimeout("nothing in time", PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
    if (!READY.equals(line)) {
      kill();
      throw new IllegalStateException(program.getName() + " did not start; it said: " + line);
    }
  }

  private @Nullable String firstLine() {
    try {
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      return output.readLine();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Kills the process at once, without any cleanup. */
  public void kill() {
    Exit.kill(process);
  }

  /**
   * Asks the process to end with {@code SIGTERM}, and waits for its end.
   *
   * @return its exit status: 143 for a Java program that has run its shutdown hooks
   * @throws IllegalStateException if it has not ended after a minute
   */
  public int terminate() {
    process.destroy();
    if (!Exit.within(process, PATIENCE_SECONDS)) {
      throw new IllegalStateException("the process does not end");
    }
    return process.exitValue();
  }

  /** Stops the process, like a long pause of its machine. */
  public void pause() {
    Signal.STOP.sendTo(process);
  }

  /** Undoes {@link #pause}. */
  public void resume() {
    Signal.CONT.sendTo(process);
  }

  @Override
  public void close() {
    kill();
  }
}
