package io.callbox.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callbox.testkit.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build compiles for Java 17, on the newest Java that this machine has. */
final class NewerJavaTest {

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final int PATIENCE_MINUTES = 4;
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");

  /** Where packages and tools put a JDK. */
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/opt/java"),
          Path.of("/opt/hostedtoolcache"),
          Path.of("/Library/Java/JavaVirtualMachines"),
          Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"),
          Path.of(System.getProperty("user.home"), ".jdks"));

  @TempDir private Path folder;

  private record Java(Path home, int version) {}

  @Test
  void callersAndCallsBlockOnVirtualThreads() throws Exception {
    Optional<Java> newest = newest();
    assumeTrue(newest.isPresent(), "skipped: no Java 21 or later is in " + PLACES);
    try (RedisServer redis = RedisServer.start()) {
      String output = run(newest.get(), redis.uri());
      String all = VirtualCalls.CALLS + " of " + VirtualCalls.CALLS;
      assertTrue(output.lines().anyMatch(all::equals), newest.get() + " says: " + output);
    }
  }

  @Test
  void releaseFileIsRead() {
    Matcher version = VERSION.matcher("IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"25.0.3\"\n");
    assertTrue(version.find());
    assertEquals("25", version.group(1));
  }

  private String run(Java java, String redis) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                java.home.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                VirtualCalls.class.getName(),
                redis)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      String output = Files.readString(out);
      assertTrue(ended, output);
      return output;
    } finally {
      process.destroyForcibly();
    }
  }

  private static Optional<Java> newest() throws IOException {
    List<Java> all = new ArrayList<>();
    for (Path place : PLACES) {
      if (Files.isDirectory(place)) {
        all.addAll(in(place));
      }
    }
    return all.stream().max(Comparator.comparingInt(Java::version));
  }

  /** A JDK has a file with its version, at most four folders below. */
  private static List<Java> in(Path place) throws IOException {
    try (Stream<Path> files = Files.find(place, 5, (file, what) -> file.endsWith("release"))) {
      return files.flatMap(file -> read(file).stream()).toList();
    }
  }

  private static Optional<Java> read(Path release) {
    Path home = release.toAbsolutePath().getParent();
    try {
      Matcher version = VERSION.matcher(Files.readString(release));
      return home != null
              && version.find()
              && Integer.parseInt(version.group(1)) >= FIRST_WITH_VIRTUAL_THREADS
              && Files.isExecutable(home.resolve("bin/java"))
          ? Optional.of(new Java(home, Integer.parseInt(version.group(1))))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
