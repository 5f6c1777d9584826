package io.callbox.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.samples.Program.Outcome;
import io.callbox.samples.demo.Await;
import io.callbox.samples.tasks.NodeTasksAsyncStub;
import io.callbox.samples.tasks.NodeTasksStub;
import io.callbox.testkit.redis.RedisServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The commands {@code serve} and {@code call}. Nodes are processes of their own, and so are calls
 * whose process matters; other calls are made from here, which spares a JVM each.
 */
@Tag("drill")
final class ServeAndCallIT {

  private static RedisServer redis;
  private static Program server;

  @BeforeAll
  static void startRedisAndOneNode() throws Exception {
    redis = RedisServer.start();
    server = serve("node-1");
  }

  @AfterAll
  static void stopThem() throws Exception {
    server.close();
    redis.close();
  }

  @Test
  void aChosenNodeMultiplies() throws Exception {
    assertAnswer("56", callFromAProcess("--node", "node-1", "Arith.multiply", "7", "8"));
  }

  @Test
  void anyProviderMultiplies() throws Exception {
    assertAnswer("-56", call("Arith.multiply", "-7", "8"));
  }

  @Test
  void divisionGivesQuotientAndRemainder() throws Exception {
    assertAnswer("Quotient[quotient=3, remainder=1]", call("Arith.divide", "7", "2"));
  }

  @Test
  void divisionByZeroArrivesAsItself() throws Exception {
    Outcome outcome = callFromAProcess("Arith.divide", "7", "0");
    assertEquals("DivideByZeroException: 7 cannot be divided by zero", outcome.err());
    assertEquals(3, outcome.exitCode());
  }

  @Test
  void fibonacciIsComputed() throws Exception {
    assertAnswer("55", call("Fibonacci.fibonacci", "10"));
  }

  @Test
  void undeclaredExceptionIsAFailedCall() throws Exception {
    Outcome outcome = call("Fibonacci.fibonacci", "93");
    assertEquals("APPLICATION: n must be between 0 and 92, got 93", outcome.err());
    assertEquals(1, outcome.exitCode());
  }

  @Test
  void systemInfoTellsNodeAndProcess() throws Exception {
    Outcome outcome = call("--node", "node-1", "NodeTasks.systemInfo");
    String expected = "SystemInfo[node=node-1, processId=" + server.handle().pid() + ", ";
    assertTrue(outcome.out().startsWith(expected), outcome::toString);
  }

  @Test
  void languageIsInstalled() throws Exception {
    assertAnswer("php is installed on node-1", call("NodeTasks.installLanguage", "php"));
  }

  @Test
  void unknownLanguageArrivesAsItself() throws Exception {
    Outcome outcome = call("NodeTasks.installLanguage", "cobol");
    assertTrue(outcome.err().startsWith("UnknownLanguageException: no installer for cobol"));
    assertEquals(3, outcome.exitCode());
  }

  @Test
  void cancelledTaskEndsEarly() throws Exception {
    try (Program slow = serve("node-3", "--installation", "1m");
        RpcNode caller = RpcNode.builder("caller").redis(redis.uri()).start()) {
      NodeTasksStub tasks = new NodeTasksStub(caller.channelTo("node-3"));
      CompletableFuture<String> installation =
          new NodeTasksAsyncStub(caller.channelTo("node-3")).installLanguage("python");
      Await.until(
          "the task runs", () -> tasks.systemInfo().runningTasks().contains("install-python"));
      assertAnswer("sent", call("--node", "node-3", "NodeTasks.cancelTask", "install-python"));
      assertEquals("the installation of python on node-3 was cancelled", installation.join());
      assertEquals("node-3 is ready: Arith, Fibonacci, NodeTasks", slow.out().strip());
    }
  }

  @Test
  void lateCallIsGivenUp() throws Exception {
    Outcome outcome = call("--timeout", "300ms", "NodeTasks.installLanguage", "java");
    assertTrue(outcome.err().startsWith("DEADLINE_EXCEEDED: "), outcome::toString);
    assertEquals(1, outcome.exitCode());
  }

  @Test
  void nodeThatIsNotRunningIsUnavailable() throws Exception {
    Outcome outcome = call("--node", "node-9", "Arith.multiply", "7", "8");
    assertEquals(
        "UNAVAILABLE: Arith.multiply: nobody serves nodes:node-9 right now, in no namespace",
        outcome.err());
    assertEquals(1, outcome.exitCode());
  }

  @Test
  void redisOutOfReachIsAFailedCall() throws Exception {
    String uri;
    try (RedisServer gone = RedisServer.start()) {
      uri = gone.uri();
    }
    Outcome outcome = called(List.of("call", "--redis", uri, "Arith.multiply", "7", "8"));
    assertTrue(outcome.err().contains("UNAVAILABLE: "), outcome::toString);
    assertEquals(1, outcome.exitCode());
  }

  @Test
  void endingNodeAnswersWhatItHasTaken() throws Exception {
    try (Program ending = serve("node-2");
        RpcNode caller = RpcNode.builder("caller").redis(redis.uri()).start();
        Program installation = startCall("--node", "node-2", "NodeTasks.installLanguage", "node")) {
      NodeTasksStub tasks = new NodeTasksStub(caller.channelTo("node-2"));
      Await.until("the task runs", () -> !tasks.systemInfo().runningTasks().isEmpty());
      ending.terminate();
      assertAnswer("node is installed on node-2", installation.awaitEnd());
      assertEquals("", ending.awaitEnd().err());
    }
  }

  private static Program serve(String node, String... options) throws Exception {
    return Program.samples(
            Stream.concat(
                    Stream.of("serve", "--redis", redis.uri(), "--node", node), Stream.of(options))
                .toArray(String[]::new))
        .awaitOutput(node + " is ready");
  }

  private static Program startCall(String... args) throws Exception {
    return Program.samples(
        Stream.concat(Stream.of("call", "--redis", redis.uri()), Stream.of(args))
            .toArray(String[]::new));
  }

  private static Outcome callFromAProcess(String... args) throws Exception {
    try (Program call = startCall(args)) {
      return call.awaitEnd();
    }
  }

  private static Outcome call(String... args) throws Exception {
    return called(
        Stream.concat(Stream.of("call", "--redis", redis.uri()), Stream.of(args)).toList());
  }

  private static Outcome called(List<String> line) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Samples.run(line, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    return new Outcome(code, out.toString(UTF_8).strip(), err.toString(UTF_8).strip());
  }

  private static void assertAnswer(String answer, Outcome outcome) {
    assertEquals(new Outcome(0, answer, ""), outcome);
  }
}
