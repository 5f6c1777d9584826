package io.callbox.gateway;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts of {@code src/test/npm}, where node and npm are. */
final class NodeScripts {

  private static final Path SOURCE = Path.of("src", "test", "npm").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 300;

  private final Path folder;

  private NodeScripts(Path folder) {
    this.folder = folder;
  }

  /**
   * The scripts with what they import, which is installed once for all tests; skips the test where
   * that is impossible.
   */
  static synchronized NodeScripts installed() throws Exception {
    assumeTrue(program("node") && program("npm"), "skipped: it needs node and npm");
    NodeScripts scripts = new NodeScripts(Files.createDirectories(Path.of("target", "npm")));
    // Guards against race of two processes of tests.
    try (FileChannel file =
            FileChannel.open(
                Path.of("target", "npm.lock"),
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE);
        FileLock lock = file.lock()) {
      assertTrue(lock.isValid());
      scripts.install();
    }
    return scripts;
  }

  /** Does nothing if what the lock file names was installed to the end before. */
  private void install() throws IOException, InterruptedException {
    for (String file : List.of("package.json", "mcp.mjs", "tasks.mjs", "console.mjs")) {
      Files.copy(SOURCE.resolve(file), folder.resolve(file), REPLACE_EXISTING);
    }
    Path lock = SOURCE.resolve("package-lock.json");
    Path done = folder.resolve("installed");
    if (Files.exists(done) && Files.mismatch(lock, done) < 0) {
      return;
    }
    Files.deleteIfExists(done);
    Files.copy(lock, folder.resolve(lock.getFileName()), REPLACE_EXISTING);
    Ended ended = run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    assumeTrue(ended.code() == 0, () -> "skipped: npm installs nothing: " + ended.err());
    Files.copy(lock, done);
  }

  /** Whether a program is on the path. */
  static boolean program(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(each -> Files.isExecutable(Path.of(each, name)));
  }

  /** How a program ended. */
  record Ended(int code, String out, String err) {}

  /** Runs a script that must succeed. Returns what it says. */
  String script(String name, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("node", name));
    command.addAll(List.of(args));
    Ended ended = run(command.toArray(String[]::new));
    assertEquals(0, ended.code(), ended::toString);
    return ended.out();
  }

  private Ended run(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), String.join(" ", command));
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }
}
