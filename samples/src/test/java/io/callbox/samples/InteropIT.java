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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code samples/interop} against a node, where what they need is installed. */
final class InteropIT {

  private static final Path SCRIPTS = Path.of("interop").toAbsolutePath();

  @TempDir private static Path scripts;
  private static @Nullable Outcome setup;
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
  void nodeJsIsAnswered() throws Exception {
    assertEquals(
        new Outcome(0, "56", ""),
        run(withModules(), "node", "call.mjs", redis.uri(), "node-1", "7", "8"));
  }

  @Test
  void nodeJsCallsEveryMethodByTheContractThatTheNodeGives() throws Exception {
    assertEquals(
        new Outcome(
            0,
            """
            Arith.multiply: 0 sent, 4 results, 0 declared errors, 2 refusals
            Arith.divide: 0 sent, 3 results, 1 declared errors, 2 refusals
            Fibonacci.fibonacci: 0 sent, 4 results, 0 declared errors, 1 refusals
            NodeTasks.systemInfo: 0 sent, 4 results, 0 declared errors, 0 refusals
            NodeTasks.installLanguage: 0 sent, 0 results, 4 declared errors, 1 refusals
            NodeTasks.cancelTask: 4 sent, 0 results, 0 declared errors, 0 refusals"""
                .strip(),
            ""),
        run(withModules(), "node", "contract.mjs", redis.uri(), "node-1"));
  }

  @Test
  void nodeJsFindsOutContractThatIsNotKept(@TempDir Path directory) throws Exception {
    String document =
        Files.readString(Path.of("target/classes/META-INF/callbox/Arith.openrpc.json"));
    Path altered = directory.resolve("altered.json");
    Files.writeString(
        altered,
        document.replaceFirst(
            "(?s)(\"result\",\\s*\"schema\": )\\{.*?}", "$1{\"type\": \"string\"}"));
    assertEquals(
        new Outcome(1, "", "Arith.multiply: 0 data must be string"),
        run(withModules(), "node", "contract.mjs", redis.uri(), "node-1", altered.toString()));
  }

  @Test
  void redisCliIsAnswered() throws Exception {
    assumeTrue(installed("redis-cli"), "needs redis-cli");
    Outcome outcome = run(SCRIPTS, "./call.sh", redis.uri(), "node-1", "7", "8");
    assertTrue(
        outcome.out().matches(".*\"id\":\"shell-[0-9]+\",\"result\":56}"), outcome::toString);
    assertEquals(0, outcome.exitCode());
  }

  /** A copy of the scripts, with what they import. */
  private static Path withModules() throws Exception {
    assumeTrue(installed("node") && installed("npm"), "needs node and npm");
    Outcome installed = setup;
    if (installed == null) {
      for (String file : List.of("package.json", "package-lock.json", "call.mjs", "contract.mjs")) {
        Files.copy(SCRIPTS.resolve(file), scripts.resolve(file));
      }
      installed = run(scripts, "npm", "ci", "--no-audit", "--no-fund");
      setup = installed;
    }
    assumeTrue(installed.exitCode() == 0, "npm cannot install the modules: " + installed.err());
    return scripts;
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
