package io.callbox.samples.demo;

import io.callbox.testkit.os.Exit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A node in a Java process of its own, which runs the command {@code serve} of this very program.
 * Safe for use by many threads. Whoever starts it ends it.
 */
final class NodeProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final CompletableFuture<@Nullable String> firstLine = new CompletableFuture<>();

  private NodeProcess(Process process) {
    this.process = process;
  }

  /** Starts a node without waiting for it. It has room for two calls at a time. */
  static NodeProcess start(String redisUri, String id) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        List.of(
            java.toString(),
            "-XX:TieredStopAtLevel=1", // ready sooner: the demo is over before more would pay
            "-cp",
            System.getProperty("java.class.path"),
            "io.callbox.samples.Samples",
            "serve",
            "--redis",
            redisUri,
            "--node",
            id,
            "--concurrency",
            "2");
    NodeProcess node =
        new NodeProcess(new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    Thread reader = new Thread(node::readFirstLine, "first line of " + id);
    reader.setDaemon(true);
    reader.start();
    return node;
  }

  /**
   * Waits until the node says that it is ready.
   *
   * @throws IllegalStateException if it ends instead
   */
  void awaitReady() throws Exception {
    String line = firstLine.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (line == null) {
      throw new IllegalStateException("the node ended before it was ready");
    }
  }

  /** Tells the node to end, without waiting for it. */
  void end() {
    process.destroy();
  }

  /** Waits until the node has ended; ends it by force if it takes too long. */
  void awaitEnd() {
    if (!Exit.within(process, PATIENCE.toSeconds())) {
      Exit.kill(process);
    }
  }

  private void readFirstLine() {
    try (BufferedReader out = process.inputReader()) {
      firstLine.complete(out.readLine());
    } catch (IOException e) {
      firstLine.completeExceptionally(new UncheckedIOException(e));
    }
  }
}
