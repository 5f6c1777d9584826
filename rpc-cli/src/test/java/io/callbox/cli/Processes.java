package io.callbox.cli;

import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands as processes of their own, which find their Redis in the environment.
 *
 * @param redis where it is
 */
record Processes(RedisServer redis) {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** A command of the jar; its JVM compiles quickly, as that of the tests does. */
  ProcessBuilder jar(String... words) {
    List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xmn16m", "-jar", System.getProperty("callbox.jar")));
    return command(command, words);
  }

  /** A command of the launcher. */
  ProcessBuilder launcher(String... words) {
    return command(List.of(Path.of("callbox").toAbsolutePath().toString()), words);
  }

  private ProcessBuilder command(List<String> start, String... words) {
    List<String> command = new ArrayList<>(start);
    command.addAll(List.of(words));
    command.add("--timeout=60s"); // also for Redis, which a busy machine reaches late
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CALLBOX_REDIS", redis.directUri());
    return builder;
  }
}
