package io.callbox.samples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callbox.samples.Program.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of {@code samples/interop}, where what they need is installed. */
final class Scripts {

  static final Path SOURCE = Path.of("interop").toAbsolutePath();

  private Scripts() {}

  /** Copies them into an empty folder, with what they import; skips the test where it cannot. */
  static Path withModules(Path folder) throws Exception {
    assumeTrue(installed("node") && installed("npm"), "needs node and npm");
    Files.createDirectory(folder.resolve("typescript"));
    for (Path file : sources()) {
      Files.copy(file, folder.resolve(SOURCE.relativize(file)));
    }
    Outcome installed = run(folder, "npm", "ci", "--no-audit", "--no-fund");
    assumeTrue(installed.exitCode() == 0, "npm cannot install the modules: " + installed.err());
    return folder;
  }

  /** What belongs to the folder, without what npm and the compiler of TypeScript put there. */
  private static List<Path> sources() throws IOException {
    try (Stream<Path> top = Files.list(SOURCE);
        Stream<Path> typescript = Files.list(SOURCE.resolve("typescript"))) {
      return Stream.concat(top, typescript).filter(Files::isRegularFile).toList();
    }
  }

  static Outcome run(Path directory, String... command) throws Exception {
    try (Program program = Program.start(directory, List.of(command))) {
      return program.awaitEnd();
    }
  }

  static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
