package io.callbox.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.Kept;
import io.callbox.trial.RecordingListener;
import io.callbox.trial.Tasks;
import io.callbox.trial.TasksProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed or frozen, a Redis that forgets, and what others see of it. */
@Timeout(120)
final class NodeDeathTest {

  /** What the workers' lease is, which is twice their heartbeat as docs/registry.md has it. */
  private static final Duration LEASE = Duration.ofMillis(900);

  private static final int LONG = 60_000;

  @TempDir Path folder;
  @RegisterExtension private final Kept kept = new Kept();
  private RedisServer redis;
  private RpcNode asking;
  private RecordingListener heard;

  @BeforeEach
  void start() {
    redis = kept.keep(RedisServer.start());
    asking =
        kept.keep(
            RpcNode.builder("asking")
                .redis(redis.directUri())
                .lease(LEASE)
                .timeout(Duration.ofSeconds(90))
                .start());
    heard = new RecordingListener();
    asking.registry().listen(heard);
  }

  private NodeProcess worker(String id) {
    return kept.keep(TasksProcess.start(redis, id, folder.resolve("runs")));
  }

  private RpcNode survivor(String id) {
    return kept.keep(TasksProcess.startHere(redis, id, folder.resolve("runs")));
  }

  private List<String> workers() {
    return asking.registry().providersOf("Tasks").stream().map(NodeInfo::id).toList();
  }

  @Test
  void killedNodeIsGoneFromEveryViewWithinItsLease() {
    survivor("a");
    NodeProcess doomed = worker("b");
    survivor("c");
    Await.until("all are up", () -> heard.here().equals(Set.of("a", "asking", "b", "c")));
    doomed.kill();
    Await.until("it is gone", () -> workers().equals(List.of("a", "c")) && heard.has("down b"));
    Await.until("it is forgotten", () -> redis.command("KEYS", "*b*").equals("[]"));
  }

  @Test
  @Tag("drill")
  void frozenNodeIsGoneAndComesBackWhenItGoesOn() {
    NodeProcess frozen = worker("a");
    survivor("b");
    survivor("c");
    frozen.pause();
    Await.until("it is gone", () -> workers().equals(List.of("b", "c")) && heard.has("down a"));
    frozen.resume();
    Await.until(
        "it is back", () -> workers().size() == 3 && heard.here().containsAll(Set.of("a", "b")));
  }

  @Test
  void nodesRegisterAgainAfterRedisHasForgottenThem() {
    survivor("a");
    survivor("b");
    Await.until("both are up", () -> heard.here().equals(Set.of("a", "b", "asking")));
    redis.command("FLUSHALL");
    Await.until("both are seen again", () -> workers().equals(List.of("a", "b")));
    redis.crash(); // without what it knew
    Await.until("both are back", this::allAreBack);
    Await.until("the listener knows", () -> heard.here().equals(Set.of("a", "b", "asking")));
  }

  private boolean allAreBack() {
    try {
      return asking.registry().nodes().size() == 3;
    } catch (RpcException notYet) {
      return false;
    }
  }

  @Test
  void callToANodeThatDiesFailsAtOnceAndNotAtItsTimeout() throws Exception {
    NodeProcess doomed = worker("doomed");
    CompletableFuture<Integer> taken = stub("doomed").onceAsync(1, LONG);
    awaitRuns("once", 1);
    doomed.kill();
    RpcException failure = failureOf(taken);
    assertEquals(StatusCode.UNAVAILABLE, failure.code());
    assertEquals(Executed.UNKNOWN, failure.executed());
    assertTrue(String.valueOf(failure.getMessage()).contains("nodes:doomed"), failure::toString);
  }

  @Test
  @Tag("drill")
  void callThatIsToldToWaitOutlivesItsNode() {
    worker("doomed").kill();
    CompletableFuture<Integer> waiting =
        new Tasks.Stub(asking.channelTo("doomed").waitForProvider()).onceAsync(3, 0);
    Await.until("it is gone", () -> heard.has("down doomed"));
    assertFalse(waiting.isDone());
    survivor("doomed");
    assertEquals(3, waiting.join());
  }

  @Test
  @Tag("drill")
  void callThatADeadNodeHadTakenIsAnsweredByAnother() throws Exception {
    kept.keep(
        RpcNode.builder("other")
            .redis(redis.directUri())
            .lease(LEASE)
            .register(new Arith.Skeleton((a, b) -> a * b))
            .start());
    NodeProcess doomed = worker("doomed");
    CompletableFuture<Integer> taken =
        new Tasks.Stub(asking.channelTo("doomed").waitForProvider()).onceAsync(4, LONG);
    awaitRuns("once", 4);
    redis.command(
        "LPUSH",
        "nodes:doomed",
        "{\"jsonrpc\":\"2.0\",\"id\":\"by-hand\",\"method\":\"Tasks.once\",\"params\":[5,60000]}");
    awaitRuns("once", 5);
    doomed.kill();
    RpcException failure = failureOf(taken);
    assertEquals(StatusCode.WORKER_LOST, failure.code());
    assertEquals(Executed.UNKNOWN, failure.executed());
    Await.until("by hand", () -> redis.command("LLEN", "nodes:doomed:by-hand").equals("1"));
    assertEquals("2", redis.command("LLEN", "{nodes:doomed}:dead"));
  }

  /** One that took over from the dead node, and did no more. */
  @Test
  @Tag("drill")
  void callWhoseRecovererDiesIsAnsweredByAThird() {
    NodeProcess doomed = worker("doomed");
    CompletableFuture<Integer> taken =
        new Tasks.Stub(asking.channelTo("doomed").waitForProvider()).onceAsync(8, LONG);
    awaitRuns("once", 8);
    doomed.kill();
    QueueName inbox = Namespace.NONE.inbox("doomed");
    try (RedissonTransport transport = RedissonTransport.connect(redis.directUri())) {
      Worker died = transport.leases().providers(inbox).toCompletableFuture().join().get(0);
      LeaseStore.Ended ended = new LeaseStore.Ended(inbox, died);
      Worker heir = new Worker("heir", "1");
      Await.until(
          "it is taken over",
          () -> !transport.leases().takeOver(ended, heir).toCompletableFuture().join().isEmpty());
    }
    kept.keep(
        RpcNode.builder("third")
            .redis(redis.directUri())
            .lease(LEASE)
            .register(new Arith.Skeleton((a, b) -> a * b))
            .start());
    assertEquals(StatusCode.WORKER_LOST, failureOf(taken).code());
    Await.until("it is forgotten", () -> redis.command("ZCARD", "registry:nodes").equals("2"));
    assertEquals("0", redis.command("EXISTS", "{nodes:doomed}:providers"));
  }

  @Test
  @Tag("drill")
  void idempotentCallThatADeadNodeHadTakenWaitsForItsReturn() throws Exception {
    survivor("other");
    NodeProcess doomed = worker("doomed");
    CompletableFuture<Integer> taken =
        new Tasks.Stub(asking.channelTo("doomed").waitForProvider()).againAsync(6, LONG);
    awaitRuns("again", 6);
    doomed.kill();
    Await.until("it is put back", () -> redis.command("LLEN", "nodes:doomed").equals("1"));
    survivor("doomed");
    assertEquals(6, taken.join());
    assertEquals(2, Tasks.Logged.runs(folder.resolve("runs"), "again", 6));
  }

  @Test
  void callThatANodeLeavesUntakenIsKnownNotToHaveRun() {
    RpcNode leaving =
        RpcNode.builder("leaving")
            .redis(redis.directUri())
            .register(new Arith.Skeleton((a, b) -> a * b))
            .start();
    leaving.close();
    redis.command("ZADD", "{nodes:leaving}:providers", "99999999999999", "leaving:1");
    CompletableFuture<Integer> late =
        new Arith.Stub(asking.channelTo("leaving")).multiplyAsync(7, 8);
    Await.until("it waits", () -> redis.command("LLEN", "nodes:leaving").equals("1"));
    redis.command("DEL", "{nodes:leaving}:providers");
    RpcException failure = failureOf(late);
    assertEquals(StatusCode.UNAVAILABLE, failure.code());
    assertEquals(Executed.NO, failure.executed());
    assertEquals("0", redis.command("LLEN", "nodes:leaving"));
  }

  private Tasks.Stub stub(String node) {
    return new Tasks.Stub(asking.channelTo(node));
  }

  private void awaitRuns(String method, int number) {
    Await.until(
        method + ' ' + number + " runs",
        () -> {
          try {
            return Tasks.Logged.runs(folder.resolve("runs"), method, number) > 0;
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  private static RpcException failureOf(CompletableFuture<Integer> call) {
    CompletionException failure = assertThrows(CompletionException.class, call::join);
    return assertInstanceOf(RpcException.class, failure.getCause());
  }
}
