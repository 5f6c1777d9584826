package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callbox.samples.Program.Outcome;
import io.callbox.testkit.redis.RedisServer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code samples/interop} against a node, where what they need is installed. */
final class InteropIT {

  private static final Path SCRIPTS = Path.of("interop").toAbsolutePath();

  private static RedisServer redis;
  private static Program server;

  @BeforeAll
  static void startRedisAndOneNode() throws Exception {
    redis = RedisServer.start();
    server =
        Program.samples("serve", "--redis", redis.uri(), "--node", "node-1")
            .awaitOutput("node-1 is ready");
  }

  @AfterAll
  static void stopThem() throws Exception {
    server.close();
    redis.close();
  }

  @Test
  void nodeJsIsAnswered(@TempDir Path directory) throws Exception {
    assumeTrue(installed("node") && installed("npm"), "needs node and npm");
    for (String file : List.of("package.json", "package-lock.json", "call.mjs")) {
      Files.copy(SCRIPTS.resolve(file), directory.resolve(file));
    }
    Outcome setup = run(directory, "npm", "ci", "--no-audit", "--no-fund");
    assumeTrue(setup.exitCode() == 0, () -> "npm cannot install ioredis: " + setup.err());
    assertEquals(
        new Outcome(0, "56", ""),
        run(directory, "node", "call.mjs", redis.uri(), "node-1", "7", "8"));
  }

  @Test
  void redisCliIsAnswered() throws Exception {
    assumeTrue(installed("redis-cli"), "needs redis-cli");
    Outcome outcome = run(SCRIPTS, "./call.sh", redis.uri(), "node-1", "7", "8");
    assertTrue(
        outcome.out().matches(".*\"id\":\"shell-[0-9]+\",\"result\":56}"), outcome::toString);
    assertEquals(0, outcome.exitCode());
  }

  private static Outcome run(Path directory, String... command) throws Exception {
    try (Program program = Program.start(directory, List.of(command))) {
      return program.awaitEnd();
    }
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
