package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts of {@code src/test/npm}, where node and npm are. */
final class NodeScripts {

  private static final Path SOURCE = Path.of("src", "test", "npm").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 120;

  private final Path folder;

  private NodeScripts(Path folder) {
    this.folder = folder;
  }

  /** Installs what they import into an empty folder; skips the test where that is impossible. */
  static NodeScripts installedIn(Path folder) throws Exception {
    assumeTrue(program("node") && program("npm"), "skipped: it needs node and npm");
    for (String file : List.of("package.json", "package-lock.json", "mcp.mjs", "console.mjs")) {
      Files.copy(SOURCE.resolve(file), folder.resolve(file));
    }
    NodeScripts scripts = new NodeScripts(folder);
    Ended installed = scripts.run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    assumeTrue(installed.code() == 0, () -> "skipped: npm installs nothing: " + installed.err());
    return scripts;
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
    }
  }
}
