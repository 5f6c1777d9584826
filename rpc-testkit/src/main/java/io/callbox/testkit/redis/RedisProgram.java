package io.callbox.testkit.redis;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import redis.embedded.RedisExecProvider;
import redis.embedded.util.OS;
import redis.embedded.util.OSDetector;
import redis.embedded.util.OsArchitecture;

/**
 * The {@code redis-server} that tests run: the one of the system property {@code
 * callbox.testkit.redis}, otherwise Redis 7.0 from the jar of embedded-redis.
 *
 * <p>The program from the jar is extracted once for each user of a machine, into {@code
 * $XDG_CACHE_HOME/callbox/redis} or {@code ~/.cache/callbox/redis}, with its digest in its name, so
 * that killed processes leave no copies behind. Each process compares the copy with the jar, and
 * replaces one that differs. Where that folder cannot be used, or others may use it, the process
 * has a copy in a temporary folder, which it deletes when it ends.
 *
 * <p>Safe for use by many threads and processes.
 *
 * <pre>{@code
 * new ProcessBuilder(RedisProgram.file().toString(), "--port", "6390").start();
 * }</pre>
 */
public final class RedisProgram {

  private static final Set<PosixFilePermission> OWNER =
      Set.copyOf(PosixFilePermissions.fromString("rwx------"));

  private RedisProgram() {}

  /**
   * Returns the absolute path of the program.
   *
   * @throws UncheckedIOException if it cannot be extracted
   */
  public static Path file() {
    String chosen = System.getProperty("callbox.testkit.redis", "");
    return chosen.isEmpty() ? Extracted.FILE : Path.of(chosen).toAbsolutePath();
  }

  /** The extracted program; extracted once in a process. */
  private static final class Extracted {
    static final Path FILE = extracted();

    private static Path extracted() {
      try {
        return in(cache());
      } catch (IOException | UnsupportedOperationException unusable) {
        return inTemporaryFolder(unusable);
      }
    }
  }

  /**
   * Returns the cache folder. A user without an entry in {@code /etc/passwd} may have no home, or
   * one named {@code ?}.
   */
  private static Path cache() throws IOException {
    String chosen = System.getenv("XDG_CACHE_HOME");
    Path caches =
        chosen == null || chosen.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(chosen);
    if (!caches.isAbsolute()) {
      throw new IOException(caches + " is no absolute path");
    }
    return caches.resolve("callbox").resolve("redis");
  }

  private static Path inTemporaryFolder(Exception reason) {
    try {
      Path folder = Files.createTempDirectory("callbox-redis-server");
      folder.toFile().deleteOnExit();
      Path file = in(folder);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException failure) {
      failure.addSuppressed(reason);
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Returns the copy in this folder; creates or replaces it if necessary.
   *
   * @throws IOException also if others may use the folder, or no program can be run from it
   */
  static Path in(Path folder) throws IOException {
    String name = name();
    byte[] program = program(name);
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
    if (!Files.getPosixFilePermissions(folder).equals(OWNER)) {
      throw new IOException("others may use " + folder);
    }
    Path file = folder.resolve(name + '-' + digest(program).substring(0, 16));
    if (!isIntact(file, program)) {
      replace(file, program);
    }
    if (!Files.isExecutable(file)) {
      throw new IOException("no program can be run from " + folder);
    }
    return file;
  }

  private static boolean isIntact(Path file, byte[] program) throws IOException {
    return Files.isExecutable(file) && Arrays.equals(Files.readAllBytes(file), program);
  }

  /** Replaces the file in one step, so that other processes see none or all of it. */
  private static void replace(Path file, byte[] program) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path written =
        Files.createTempFile(folder, "new", "", PosixFilePermissions.asFileAttribute(OWNER));
    try {
      Files.write(written, program);
      Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static String name() throws FileNotFoundException {
    if (OSDetector.getOS() == OS.WINDOWS) {
      throw missing("redis-server for Windows");
    }
    OsArchitecture machine = OsArchitecture.detect();
    String system = machine.os() == OS.MAC_OS_X ? "darwin" : "linux";
    String processor =
        switch (machine.arch()) {
          case x86 -> "386";
          case x86_64 -> "amd64";
          case arm64 -> "arm64";
        };
    return "redis-server-" + RedisExecProvider.redisVersion + '-' + system + '-' + processor;
  }

  private static byte[] program(String name) throws IOException {
    try (InputStream program = RedisExecProvider.class.getResourceAsStream('/' + name)) {
      if (program == null) {
        throw missing(name);
      }
      return program.readAllBytes();
    }
  }

  private static FileNotFoundException missing(String name) {
    return new FileNotFoundException(
        name + " is not in embedded-redis: name another by -Dcallbox.testkit.redis");
  }

  private static String digest(byte[] program) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(program));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
