package io.callbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.cli.json.JsonMap;
import io.callbox.cli.json.JsonValues;
import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar and its launcher, each as a process. */
@Timeout(180)
@Tag("drill")
final class JarIT {

  @TempDir private Path folder;

  @Test
  void jarCallsAndLeavesNothingBehind() throws Exception {
    try (RedisServer redis = RedisServer.start();
        RpcNode node = worker(redis)) {
      assertEquals("0:15", run(new Processes(redis).jar("call", "Ledger.add", "a=7", "b=8")));
      assertEquals(1, node.registry().nodes().size(), "the command has left");
      assertTrue(run(new Processes(redis).jar("call", "Ledger.sum", "[]")).startsWith("2:"));
    }
  }

  @Test
  void launcherArchivesClassesOnceAndStartsFromThem() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      assertEquals("0:[ ]", run(caching(redis)));
      Path archive = folder.resolve("callbox").resolve("callbox.jsa");
      assertTrue(Files.exists(archive));
      long written = Files.getLastModifiedTime(archive).toMillis();
      assertEquals("0:[ ]", run(caching(redis)));
      assertEquals(written, Files.getLastModifiedTime(archive).toMillis());
    }
  }

  private ProcessBuilder caching(RedisServer redis) {
    ProcessBuilder command = new Processes(redis).launcher("nodes", "--json");
    command.environment().put("XDG_CACHE_HOME", folder.toString());
    return command;
  }

  @Test
  void launcherIsReachedByALinkAndNeedsNoHome() throws Exception {
    Path file = Path.of("callbox").toAbsolutePath();
    Path near = Files.createSymbolicLink(folder.resolve("near"), file);
    Path link = Files.createSymbolicLink(folder.resolve("linked"), near.getFileName());
    try (RedisServer redis = RedisServer.start()) {
      assertEquals("0:[ ]", run(without("HOME", linked(redis, link))));
    }
  }

  private static ProcessBuilder linked(RedisServer redis, Path link) {
    ProcessBuilder command = new Processes(redis).launcher("nodes", "--json");
    command.command().set(0, link.toString());
    return command;
  }

  private static ProcessBuilder without(String variable, ProcessBuilder command) {
    command.environment().remove(variable);
    command.environment().remove("XDG_CACHE_HOME");
    return command;
  }

  @Test
  void launcherWithoutAJarSaysWhatBuildsIt() throws Exception {
    Path copy = Files.copy(Path.of("callbox"), folder.resolve("alone"));
    try (RedisServer redis = RedisServer.start()) {
      String said = run(linked(redis, copy));
      assertTrue(said.startsWith("2:There is no callbox.jar"), said);
    }
  }

  @Test
  void runThatIsInterruptedSaysHowFarItCame() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      String key = "{services:Ledger}:dead";
      List<String> push = new ArrayList<>(List.of("LPUSH", key));
      for (int letter = 0; letter < 1_000; letter++) {
        push.add("{\"reason\":\"died\",\"request\":{\"id\":" + letter + "}}");
      }
      for (int batch = 0; batch < 30; batch++) {
        redis.command(push.toArray(String[]::new));
      }
      Process command =
          logging(new Processes(redis).jar("dead", "drop", "Ledger", "--all", "--json"));
      try (BufferedReader said = command.inputReader()) {
        Await.until("it drops", () -> left(redis, key) < 30_000);
        command.toHandle().destroy(); // destroy() would close what it says, too
        String report = String.join(" ", said.lines().toList());
        assertTrue(command.waitFor(90, TimeUnit.SECONDS), "it does not end");
        JsonMap json = new JsonMap(JsonValues.parse(report));
        assertEquals(30_000, left(redis, key) + json.number("done"), report);
        assertTrue(Set.of(0, 130).contains(command.exitValue()), report);
      } finally {
        command.destroyForcibly();
      }
    }
  }

  private static int left(RedisServer redis, String key) {
    return Integer.parseInt(redis.command("LLEN", key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"top --interval=50ms", "watch"})
  void commandThatGoesOnEndsWhenNobodyReadsAnyMore(String line) throws Exception {
    try (RedisServer redis = RedisServer.start();
        RpcNode node = worker(redis)) {
      Process command = logging(new Processes(redis).jar(line.split(" ")));
      try {
        try (BufferedReader said = command.inputReader()) {
          assertNotNull(said.readLine(), this::log);
        }
        try (RpcNode comes = RpcNode.builder("comes").redis(redis.directUri()).start()) {
          assertTrue(command.waitFor(90, TimeUnit.SECONDS), () -> comes.id() + " is told for ever");
        }
        assertEquals(0, command.exitValue(), this::log);
        assertEquals(1, node.registry().nodes().size(), "the command has left");
      } finally {
        command.destroyForcibly();
      }
    }
  }

  @Test
  void mcpAnswersLineByLineUntilItsInputEnds() throws Exception {
    try (RedisServer redis = RedisServer.start();
        RpcNode node = worker(redis)) {
      Process mcp = logging(new Processes(redis).jar("mcp"));
      BufferedWriter in = mcp.outputWriter();
      try (BufferedReader said = mcp.inputReader()) {
        String initialized =
            asked(
                """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":\
                "2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""",
                in,
                said);
        assertTrue(initialized.contains("\"serverInfo\":{\"name\":\"callbox\""), initialized);
        say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", in);
        String tools = asked("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}", in, said);
        assertTrue(tools.contains("\"id\":2"), tools);
        assertTrue(tools.contains("\"name\":\"Ledger_add\""), tools);
        assertFalse(tools.contains("Ledger_book"), "it is no tool: " + tools);
        in.close();
        assertTrue(mcp.waitFor(90, TimeUnit.SECONDS), "it does not end");
        assertEquals(0, mcp.exitValue(), this::log);
        assertEquals(1, node.registry().nodes().size(), "it has left");
      } finally {
        mcp.destroyForcibly();
      }
    }
  }

  private static String asked(String request, BufferedWriter in, BufferedReader said)
      throws IOException {
    say(request, in);
    return said.readLine();
  }

  private static void say(String message, BufferedWriter in) throws IOException {
    in.write(message + "\n");
    in.flush();
  }

  /** Starts a command whose errors are in the log, and nowhere else. */
  private Process logging(ProcessBuilder command) throws IOException {
    return command.redirectError(folder.resolve("log").toFile()).start();
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static RpcNode worker(RedisServer redis) {
    return RpcNode.builder("worker-1")
        .redis(redis.directUri())
        .register(new LedgerSkeleton(new Sums()))
        .start();
  }

  /** Returns the exit code and what was printed. */
  private String run(ProcessBuilder command) throws Exception {
    Path out = folder.resolve("out");
    Process process = command.redirectOutput(out.toFile()).redirectErrorStream(true).start();
    boolean ended = process.waitFor(90, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "it does not end");
    assertFalse(Files.readString(out).contains("Exception"), Files.readString(out));
    return process.exitValue() + ":" + Files.readString(out).strip();
  }

  private static final class Sums implements Ledger {

    @Override
    public int add(int a, int b) {
      return a + b;
    }

    @Override
    public String book(Entry entry) {
      return "";
    }

    @Override
    public void note(String text) {}
  }
}
