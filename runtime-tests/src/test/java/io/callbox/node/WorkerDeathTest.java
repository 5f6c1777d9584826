package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Tasks;
import io.callbox.trial.TasksProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of calls whose worker dies, freezes, or is not there. */
@Timeout(120)
final class WorkerDeathTest {

  private static final int LONG = 60_000;

  @TempDir Path folder;
  private final List<NodeProcess> workers = new ArrayList<>();
  private final List<RpcNode> survivors = new ArrayList<>();
  private RedisServer redis;
  private RpcNode client;
  private Path log;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    client =
        RpcNode.builder("client").redis(redis.directUri()).timeout(Duration.ofSeconds(90)).start();
    log = folder.resolve("runs");
  }

  @AfterEach
  void stop() {
    workers.forEach(NodeProcess::close);
    survivors.forEach(RpcNode::close);
    client.close();
    redis.close();
  }

  @Test
  void idempotentCallOfAKilledWorkerRunsAgain() throws Exception {
    NodeProcess first = worker("first");
    CompletableFuture<Integer> call = stub().againAsync(1, LONG);
    awaitRuns("again", 1, 1);
    survivor("second");
    first.kill();
    assertEquals(1, call.join());
    assertEquals(2, Tasks.Logged.runs(log, "again", 1));
  }

  @Test
  void otherCallOfAKilledWorkerIsAnsweredAndNeverRunsTwice() throws Exception {
    NodeProcess first = worker("first");
    CompletableFuture<Integer> call = stub().onceAsync(2, LONG);
    awaitRuns("once", 2, 1);
    survivor("second");
    first.kill();
    RpcException lost = failureOf(call);
    assertEquals(StatusCode.WORKER_LOST, lost.code());
    assertEquals(Executed.UNKNOWN, lost.executed());
    assertEquals(1, Tasks.Logged.runs(log, "once", 2));
  }

  @Test
  @Tag("drill")
  void callThatKillsEveryWorkerIsGivenUp() throws Exception {
    CompletableFuture<Integer> call =
        new Tasks.Stub(client.channelToAny().waitForProvider()).againAsync(Tasks.ALWAYS_LONG, LONG);
    for (int worker = 1; worker <= 3; worker++) {
      NodeProcess doomed = worker("w" + worker);
      awaitRuns("again", Tasks.ALWAYS_LONG, worker);
      doomed.kill();
    }
    survivor("w4");
    assertEquals(StatusCode.WORKER_LOST, failureOf(call).code());
    assertEquals(3, Tasks.Logged.runs(log, "again", Tasks.ALWAYS_LONG));
  }

  @Test
  @Tag("drill")
  void frozenWorkerDoesNotAnswerWhatOthersHaveAnswered() throws Exception {
    NodeProcess first = worker("first");
    CompletableFuture<Integer> call = stub().onceAsync(4, 500);
    awaitRuns("once", 4, 1);
    first.pause();
    survivor("second");
    assertEquals(StatusCode.WORKER_LOST, failureOf(call).code());
    first.resume();
    assertEquals(5, stub().onceAsync(5, 0).join());
    assertEquals(1, Tasks.Logged.runs(log, "once", 4));
  }

  @Test
  void callThatNobodyServesIsRefusedAtOnce() {
    RpcException refused = assertThrows(RpcException.class, () -> stub().once(6, 0));
    assertEquals(StatusCode.UNAVAILABLE, refused.code());
    assertEquals(Executed.NO, refused.executed());
  }

  @Test
  void callThatMayWaitIsServedWhenAWorkerComes() {
    CompletableFuture<Integer> call =
        new Tasks.Stub(client.channelToAny().waitForProvider()).onceAsync(7, 0);
    survivor("late");
    assertEquals(7, call.join());
  }

  private NodeProcess worker(String node) {
    NodeProcess worker = TasksProcess.start(redis, node, log);
    workers.add(worker);
    return worker;
  }

  private void survivor(String node) {
    survivors.add(TasksProcess.startHere(redis, node, log));
  }

  private Tasks.Stub stub() {
    return new Tasks.Stub(client.channelToAny());
  }

  private void awaitRuns(String method, int number, long runs) {
    Await.until(method + ' ' + number + " runs", () -> runs(method, number) >= runs);
  }

  private long runs(String method, int number) {
    try {
      return Tasks.Logged.runs(log, method, number);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static RpcException failureOf(CompletableFuture<Integer> call) {
    CompletionException failure = assertThrows(CompletionException.class, call::join);
    return assertInstanceOf(RpcException.class, failure.getCause());
  }
}
