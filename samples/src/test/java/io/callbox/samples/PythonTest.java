package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.PauseMode;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.samples.Program.Outcome;
import io.callbox.samples.arith.ArithAsyncStub;
import io.callbox.samples.arith.ArithSkeleton;
import io.callbox.samples.arith.ArithStub;
import io.callbox.samples.arith.IntArith;
import io.callbox.samples.demo.Await;
import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worker and the client of {@code samples/python}, where there is a Python. */
@Timeout(60)
final class PythonTest {

  private static final Path SOURCE = Path.of("python").toAbsolutePath();

  private static RedisServer redis;
  private static Program worker;
  private static RpcNode node;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Scripts.installed("python3"), "needs python3, which is not installed");
    redis = RedisServer.start();
    worker = python("worker.py", redis.directUri(), "python-1").awaitOutput("python-1 is ready");
    node = RpcNode.builder("java-1").redis(redis.directUri()).start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (node != null) {
      node.close();
      worker.close();
      redis.close();
    }
  }

  private static Program python(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-B"));
    command.addAll(List.of(words));
    return Program.start(SOURCE, command);
  }

  @Test
  void stubsCallItByInboxAndBySharedQueue() {
    for (RpcChannel way : List.of(node.channelTo("python-1"), node.channelToAny())) {
      assertEquals(56, new ArithStub(way).multiply(7, 8));
      assertEquals(Integer.MIN_VALUE, new ArithStub(way).multiply(Integer.MIN_VALUE, -1));
    }
  }

  @Test
  void callsThatLeaveTogetherAreAnsweredEach() {
    ArithAsyncStub stub = new ArithAsyncStub(node.channelToAny());
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int number = 0; number < 200; number++) {
      calls.add(stub.multiply(number, 2));
    }
    for (int number = 0; number < 200; number++) {
      assertEquals(2 * number, calls.get(number).join());
    }
  }

  @Test
  void registryShowsIt() {
    NodeInfo info = node.registry().node("python-1").orElseThrow();
    assertEquals(worker.handle().pid(), info.place().process());
    assertEquals(List.of("multiply"), info.services().get(0).methods());
    assertTrue(node.registry().providersOf("Arith").contains(info));
  }

  @Test
  void unknownMethodIsUnimplemented() {
    RpcException refused =
        assertThrows(
            RpcException.class, () -> new ArithStub(node.channelTo("python-1")).divide(7, 2));
    assertEquals(StatusCode.UNIMPLEMENTED, refused.code());
  }

  @Test
  void noMessageEndsIt() throws Exception {
    for (String message : List.of("no JSON", "7", "[]", "[7]", "{\"id\":1}", "[".repeat(9_999))) {
      redis.command("LPUSH", "nodes:python-1", message);
    }
    assertEquals(56, new ArithStub(node.channelTo("python-1")).multiply(7, 8));
  }

  @Test
  void pauseHoldsItUp() throws Exception {
    node.pause("Arith", PauseMode.WAIT);
    ArithAsyncStub stub = new ArithAsyncStub(node.channelToAny());
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    Await.until(
        "calls wait",
        () -> {
          calls.add(stub.multiply(7, 8));
          return node.queue("Arith").length() > 1;
        });
    node.resume("Arith");
    calls.forEach(call -> assertEquals(56, call.join()));
  }

  @Test
  void clientIsAnsweredByANodeInJava() throws Exception {
    try (RpcNode serving =
            RpcNode.builder("java-2")
                .redis(redis.directUri())
                .register(new ArithSkeleton(new IntArith()))
                .start();
        Program client =
            python("client.py", redis.directUri(), "nodes:java-2", "Arith.multiply", "[7,8]")) {
      assertEquals(new Outcome(0, "56", ""), client.awaitEnd());
      assertTrue(serving.health().ready());
    }
  }

  @Test
  void workerHasFewerThanEightyLines() throws Exception {
    assertTrue(Files.readAllLines(SOURCE.resolve("worker.py")).size() < 80);
  }
}
