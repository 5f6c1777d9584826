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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar and its launcher, each as a process. */
@Timeout(180)
final class JarIT {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  @Test
  void jarCallsAndLeavesNothingBehind() throws Exception {
    try (RedisServer redis = RedisServer.start();
        RpcNode node = worker(redis)) {
      String jar = System.getProperty("callbox.jar");
      assertEquals("0:15", run(redis, JAVA, "-jar", jar, "call", "Ledger.add", "a=7", "b=8"));
      assertEquals(1, node.registry().nodes().size(), "the command has left");
      assertTrue(run(redis, JAVA, "-jar", jar, "call", "Ledger.sum", "[]").startsWith("2:"));
    }
  }

  @Test
  void launcherArchivesClassesOnceAndStartsFromThem() throws Exception {
    Path launcher = Path.of("callbox").toAbsolutePath();
    try (RedisServer redis = RedisServer.start()) {
      assertEquals("0:[ ]", run(redis, launcher.toString(), "nodes", "--json"));
      Path archive = folder.resolve("callbox").resolve("callbox.jsa");
      assertTrue(Files.exists(archive));
      long written = Files.getLastModifiedTime(archive).toMillis();
      assertEquals("0:[ ]", run(redis, launcher.toString(), "nodes", "--json"));
      assertEquals(written, Files.getLastModifiedTime(archive).toMillis());
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
      ProcessBuilder builder =
          new ProcessBuilder(
              JAVA,
              "-jar",
              System.getProperty("callbox.jar"),
              "dead",
              "drop",
              "Ledger",
              "--all",
              "--json");
      builder.environment().put("CALLBOX_REDIS", redis.directUri());
      Process command = builder.redirectError(folder.resolve("log").toFile()).start();
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
      List<String> words =
          new ArrayList<>(List.of(JAVA, "-jar", System.getProperty("callbox.jar")));
      words.addAll(List.of(line.split(" ")));
      ProcessBuilder builder = new ProcessBuilder(words);
      builder.environment().put("CALLBOX_REDIS", redis.directUri());
      Process command = builder.redirectError(folder.resolve("log").toFile()).start();
      try {
        try (BufferedReader said = command.inputReader()) {
          assertNotNull(said.readLine(), () -> text(folder.resolve("log")));
        }
        try (RpcNode comes = RpcNode.builder("comes").redis(redis.directUri()).start()) {
          assertTrue(command.waitFor(90, TimeUnit.SECONDS), () -> comes.id() + " is told for ever");
        }
        assertEquals(0, command.exitValue(), () -> text(folder.resolve("log")));
        assertEquals(1, node.registry().nodes().size(), "the command has left");
      } finally {
        command.destroyForcibly();
      }
    }
  }

  @Test
  void gatewayListensUntilItIsToldToEnd() throws Exception {
    try (RedisServer redis = RedisServer.start();
        RpcNode node = worker(redis)) {
      Process gateway =
          new ProcessBuilder(
                  JAVA,
                  "-jar",
                  System.getProperty("callbox.jar"),
                  "gateway",
                  "--redis",
                  redis.directUri(),
                  "--listen",
                  "127.0.0.1:0")
              .redirectErrorStream(true)
              .start();
      try (BufferedReader said = gateway.inputReader()) {
        String line = said.readLine();
        assertTrue(line.startsWith("listening on http://127.0.0.1:"), line);
        HttpRequest request =
            HttpRequest.newBuilder(
                    URI.create(line.substring("listening on ".length())).resolve("/rpc"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Ledger.add\",\"params\":[7,8]}"))
                .build();
        HttpResponse<String> answer =
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"result\":15"), answer.body());
        URI console = request.uri().resolve("/console/api/");
        assertEquals(403, pause(console, "Ledger"));
        String audited = said.readLine();
        assertTrue(audited.endsWith("audit - local PAUSE Ledger: refused"), audited);
        gateway.destroy();
        assertTrue(gateway.waitFor(20, TimeUnit.SECONDS), "it does not end");
        assertEquals(1, node.registry().nodes().size(), "it has left");
      } finally {
        gateway.destroyForcibly();
      }
    }
  }

  @Test
  void classOfTheUsersSaysWhoMayComeIn() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of("callbox").toAbsolutePath().toString(),
              "gateway",
              "--listen",
              "127.0.0.1:0",
              "--authenticator",
              BillingOnly.class.getName());
      builder.environment().put("CALLBOX_REDIS", redis.directUri());
      builder.environment().put("CALLBOX_CLASSPATH", Path.of("target/test-classes").toString());
      Process gateway = builder.redirectErrorStream(true).start();
      try (BufferedReader said = gateway.inputReader()) {
        String line = said.readLine();
        assertTrue(line.startsWith("listening on http://127.0.0.1:"), line);
        URI session =
            URI.create(line.substring("listening on ".length())).resolve("/console/api/session");
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(session);
        assertEquals(
            401, client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode());
        request.header("X-Client-Subject", "CN=billing");
        String known = client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(known.contains("\"caller\":\"billing\""), known);
      } finally {
        gateway.destroyForcibly();
      }
    }
  }

  @Test
  void mcpAnswersLineByLineUntilItsInputEnds() throws Exception {
    try (RedisServer redis = RedisServer.start();
        RpcNode node = worker(redis)) {
      ProcessBuilder builder =
          new ProcessBuilder(JAVA, "-jar", System.getProperty("callbox.jar"), "mcp");
      builder.environment().put("CALLBOX_REDIS", redis.directUri());
      Process mcp = builder.redirectError(folder.resolve("log").toFile()).start();
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
        assertTrue(mcp.waitFor(20, TimeUnit.SECONDS), "it does not end");
        assertEquals(0, mcp.exitValue(), () -> text(folder.resolve("log")));
        assertEquals(1, node.registry().nodes().size(), "it has left");
      } finally {
        mcp.destroyForcibly();
      }
    }
  }

  /** Asks the console to pause a service, and returns the status. */
  private static int pause(URI console, String service) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest session = HttpRequest.newBuilder(console.resolve("session")).build();
    String body = client.send(session, HttpResponse.BodyHandlers.ofString()).body();
    String csrf = body.replaceAll(".*\"csrf\":\"([^\"]*)\".*", "$1");
    HttpRequest action =
        HttpRequest.newBuilder(console.resolve("action"))
            .header("Content-Type", "application/json")
            .header("Callbox-Csrf", csrf)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"action\":\"PAUSE\",\"target\":\"" + service + "\"}"))
            .build();
    return client.send(action, HttpResponse.BodyHandlers.ofString()).statusCode();
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

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static RpcNode worker(RedisServer redis) {
    return RpcNode.builder("worker-1")
        .redis(redis.directUri())
        .register(new LedgerSkeleton(new Sums()))
        .start();
  }

  /** Returns the exit code and what was printed. */
  private String run(RedisServer redis, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(words));
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectErrorStream(true);
    builder.environment().put("CALLBOX_REDIS", redis.directUri());
    builder.environment().put("XDG_CACHE_HOME", folder.toString());
    Process process = builder.start();
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
