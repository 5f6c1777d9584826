package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.deadletter.DeadLetter;
import io.callbox.deadletter.DeadLetters;
import io.callbox.deadletter.ReplayOptions;
import io.callbox.deadletter.ReplayOutcome;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Kept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What of durable calls is in Redis, and what becomes of them when something dies. */
@Timeout(90)
final class DurableRedisTest {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int LONG = 60_000;

  @TempDir Path folder;
  @RegisterExtension private final Kept kept = new Kept();
  private RedisServer redis;
  private RedisCommands commands;
  private RpcNode client;
  private Jobs.Stub jobs;
  private volatile boolean healed;

  @BeforeEach
  void start() {
    redis = kept.keep(RedisServer.start());
    commands = kept.keep(RedisCommands.to(redis.port()));
    client = kept.keep(RpcNode.builder("client").redis(redis.directUri()).start());
    jobs = new Jobs.Stub(client.channelToAny());
  }

  @Test
  void nothingIsLeftWhenTheTimeOfACallIsOver() {
    serve();
    CallHandle<Integer> call = jobs.submit(Jobs.BRIEF, 1, 0);
    assertEquals(2, call.await(WAIT));
    String key = "{services:Jobs}:call:" + call.id();
    assertTrue(commands.number("PTTL", key) <= 500);
    Await.until("it is forgotten", () -> commands.number("EXISTS", key) == 0);
    Await.until("and off the list", () -> commands.number("ZCARD", "{services:Jobs}:calls") == 0);
    for (String each : commands.texts("KEYS", "*Jobs*")) {
      boolean ofWorker = each.equals("{services:Jobs}:providers");
      assertTrue(ofWorker || commands.number("PTTL", each) > 0, each);
    }
  }

  @Test
  void foreignClientSubmitsByOnePushAndReadsTheRecord() {
    serve();
    commands.push(
        "services:Jobs",
        "{\"jsonrpc\":\"2.0\",\"id\":\"by-hand\",\"method\":\"Jobs.once\",\"params\":[4,0],"
            + "\"keep\":60000}");
    Await.until("it is done", () -> "COMPLETED".equals(state("{services:Jobs}:call:by-hand")));
    assertEquals("8", commands.text("HGET", "{services:Jobs}:call:by-hand", "result"));
    assertEquals(8, jobs.attach(Jobs.ONCE, "by-hand").await(WAIT));
    commands.push(
        "services:Jobs",
        "{\"jsonrpc\":\"2.0\",\"id\":\"by-hand\",\"method\":\"Jobs.once\",\"params\":[5,0],"
            + "\"keep\":60000}");
    long due = System.currentTimeMillis() + 500;
    commands.push(
        "services:Jobs",
        "{\"jsonrpc\":\"2.0\",\"id\":\"in-time\",\"method\":\"Jobs.once\",\"keep\":60000,"
            + ("\"notBefore\":" + due + ",")
            + "\"params\":[6,0]}");
    Await.until("it is done", () -> "COMPLETED".equals(state("{services:Jobs}:call:in-time")));
    assertTrue(
        Long.parseLong(commands.text("HGET", "{services:Jobs}:call:in-time", "started")) >= due);
    assertEquals("8", commands.text("HGET", "{services:Jobs}:call:by-hand", "result"));
  }

  @Test
  void methodThatIsNotDurableFailsAndIsADeadLetter() {
    serve();
    CallHandle<Integer> call = jobs.withId("odd").once(1, 0);
    assertEquals(2, call.await(WAIT));
    commands.push(
        "services:Jobs",
        "{\"jsonrpc\":\"2.0\",\"id\":\"plain\",\"method\":\"Jobs.plain\",\"params\":[4,0],"
            + "\"keep\":60000}");
    Await.until("it failed", () -> "FAILED".equals(state("{services:Jobs}:call:plain")));
    assertEquals(1, commands.number("LLEN", "{services:Jobs}:dead"));
  }

  /**
   * Nobody reads the parameters of a method that is not known, so what is behind them is sought.
   */
  @Test
  void durableRequestOfAnUnknownMethodFailsAsSuchWhereverItSaysThatItIsDurable() {
    serve();
    for (String members :
        List.of("\"keep\":60000,\"params\":[4,0]", "\"params\":[4,0],\"keep\":60000")) {
      String id = "unknown" + members.indexOf("keep");
      commands.push(
          "services:Jobs",
          "{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\",\"method\":\"Jobs.gone\"," + members + "}");
      Await.until("it failed", () -> "FAILED".equals(state("{services:Jobs}:call:" + id)));
    }
    assertEquals(2, commands.number("LLEN", "{services:Jobs}:dead"));
  }

  @Test
  void deadLetterThatIsPutBackRunsUnderItsId() {
    serve();
    CallHandle<Integer> call = jobs.withId("again").once(-7, 0);
    assertThrows(RpcException.class, () -> call.await(WAIT));
    healed = true;
    DeadLetters letters = client.deadLetters("Jobs");
    DeadLetter letter = letters.list(0, 1).get(0);
    assertEquals(
        ReplayOutcome.REPLAYED,
        letters.replay(letter.id(), ReplayOptions.DEFAULT.allowingMayHaveRun()));
    Await.until("it is done", () -> call.status().state() == State.COMPLETED);
    assertEquals(-14, call.await(WAIT));
  }

  @Test
  @Tag("drill")
  void idempotentCallOfAKilledWorkerIsTriedAgain() throws Exception {
    NodeProcess first = worker("first");
    CallHandle<Integer> call = jobs.again(1, LONG);
    awaitRuns("again 1", 1);
    kept.keep(JobsProcess.startHere(redis, "second", folder.resolve("runs")));
    first.kill();
    assertEquals(2, call.await(WAIT));
    assertEquals(2, call.status().attempts());
    assertEquals(2, runs("again 1"));
  }

  @Test
  void otherCallOfAKilledWorkerFailsAndNeverRunsTwice() throws Exception {
    NodeProcess first = worker("first");
    CallHandle<Integer> call = jobs.once(2, LONG);
    awaitRuns("once 2", 1);
    kept.keep(JobsProcess.startHere(redis, "second", folder.resolve("runs")));
    first.kill();
    RpcException lost = assertThrows(RpcException.class, () -> call.await(WAIT));
    assertEquals(StatusCode.WORKER_LOST, lost.code());
    assertEquals(State.FAILED, call.status().state());
    assertEquals(1, runs("once 2"));
    assertEquals(1, commands.number("LLEN", "{services:Jobs}:dead"));
  }

  @Test
  void waitingCallTakesItsRequestAndThreeHundredBytes() {
    double waiting = bytesBesideTheRequest(jobs, "LINDEX", "services:Jobs", "0");
    assertTrue(waiting <= 300, () -> waiting + " bytes beside the request");
  }

  @Test
  void scheduledCallTakesItsRequestAndFourHundredBytes() {
    Jobs.Stub later = jobs.after(Duration.ofHours(1));
    double waiting = bytesBesideTheRequest(later, "ZRANGE", "{services:Jobs}:later", "0", "0");
    assertTrue(waiting <= 400, () -> waiting + " bytes beside the request");
  }

  /** The list of calls is bounded, so that it is not counted. */
  private double bytesBesideTheRequest(Jobs.Stub stub, String... shown) {
    int calls = 2_000;
    stub.once(1, 1_000_000);
    Object first = commands.call(shown);
    String request = String.valueOf(first instanceof List<?> list ? list.get(0) : first);
    long before = memory();
    for (int call = 0; call < calls; call++) {
      stub.once(1, 1_000_000);
    }
    long listed = commands.number("MEMORY", "USAGE", "{services:Jobs}:calls", "SAMPLES", "0");
    return (double) (memory() - before - listed) / calls - request.length();
  }

  private long memory() {
    return commands
        .text("INFO", "memory")
        .lines()
        .filter(line -> line.startsWith("used_memory:"))
        .mapToLong(line -> Long.parseLong(line.substring(12).trim()))
        .findFirst()
        .orElseThrow();
  }

  private int run(String method, int number, int millis) {
    if (number < 0 && !healed) {
      throw new IllegalStateException("below zero");
    }
    return 2 * number;
  }

  private void serve() {
    kept.keep(
        RpcNode.builder("worker")
            .redis(redis.directUri())
            .lease(Duration.ofMillis(900))
            .register(new Jobs.Skeleton(this::run))
            .start());
  }

  private NodeProcess worker(String node) {
    return kept.keep(JobsProcess.start(redis, node, folder.resolve("runs")));
  }

  private String state(String key) {
    return String.valueOf(commands.call("HGET", key, "state"));
  }

  private long runs(String run) throws Exception {
    Path log = folder.resolve("runs");
    return Files.exists(log) ? Files.readAllLines(log).stream().filter(run::equals).count() : 0;
  }

  private void awaitRuns(String run, long times) {
    Await.until(
        run + " runs",
        () -> {
          try {
            return runs(run) >= times;
          } catch (Exception unreadable) {
            return false;
          }
        });
  }
}
