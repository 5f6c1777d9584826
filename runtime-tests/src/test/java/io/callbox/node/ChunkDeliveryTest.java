package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Chunk;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.redisson.RedissonTransport;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests that travel as one element: each is what it would be alone. */
@Timeout(60)
final class ChunkDeliveryTest {

  private static final QueueName QUEUE = Namespace.NONE.service("Tasks");
  private static final String LIST = "replies:caller:c2.secret";
  private static final int LONG = 60_000;

  @TempDir Path folder;
  private RedisServer redis;
  private RedisCommands raw;
  private Path log;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    raw = RedisCommands.to(redis.port());
    log = folder.resolve("runs");
  }

  @AfterEach
  void stop() {
    raw.close();
    redis.close();
  }

  @Test
  void membersThatAreQuickAreAnsweredAndAcknowledgedTogether() {
    try (RpcNode node = node("server", 256)) {
      assertNotNull(node);
      String together = '[' + result(1) + ",\n" + result(2) + ",\n" + result(3) + ']';
      Await.until( // what has just started may be held up, and answers as far as it has come
          "all in one element",
          () -> {
            raw.push(QUEUE.key(), chunk(once(1, 0), once(2, 0), once(3, 0)));
            String first = answer();
            int others = first.split("\n").length;
            while (others < 3) {
              others += answer().split("\n").length;
            }
            return first.equals(together);
          });
      Await.until("nothing is held", () -> raw.texts("KEYS", "*:taken:*").isEmpty());
    }
  }

  @Test
  void slowMemberKeepsNobodyWaitingAndIsAllThatIsHeld() {
    try (NodeProcess worker = TasksProcess.start(redis, "worker", log)) {
      raw.push(QUEUE.key(), chunk(again(1, 0), once(2, LONG), again(3, 0)));
      assertEquals(List.of(result(1), result(3)), answers(2));
      Await.until("two are acknowledged", () -> held().equals(List.of(once(2, LONG))));
      worker.kill();
      try (RpcNode heir = node("heir", 256)) {
        assertNotNull(heir);
        assertTrue(answer().contains("WORKER_LOST"));
        Await.until("nothing is held", () -> raw.texts("KEYS", "*:taken:*").isEmpty());
      }
    }
    assertEquals(List.of(1L, 1L, 1L), List.of(runs("again", 1), runs("once", 2), runs("again", 3)));
  }

  @Test
  @Tag("drill")
  void membersOfAKilledWorkersChunkRunAgainOrAreAnswered() {
    try (NodeProcess worker = TasksProcess.start(redis, "worker", log)) {
      raw.push(QUEUE.key(), chunk(once(1, LONG), again(2, LONG), again(3, LONG)));
      Await.until("all run", () -> lines() == 3);
      worker.kill();
      try (RpcNode heir = node("heir", 256)) {
        assertNotNull(heir);
        List<String> answers = answers(3);
        assertTrue(answers.get(0).contains("\"id\":\"caller-x-1\",\"error\""), answers.get(0));
        assertEquals(List.of(result(2), result(3)), answers.subList(1, 3));
      }
    }
    assertEquals(List.of(1L, 2L, 2L), List.of(runs("once", 1), runs("again", 2), runs("again", 3)));
  }

  @Test
  @Tag("drill")
  void largestChunkOfAKilledWorkerRunsAgainOrIsAnsweredToo() {
    int half = Chunk.MOST / 2;
    String[] members = new String[2 * half];
    for (int number = 0; number < half; number++) {
      members[2 * number] = once(2 * number, LONG);
      members[2 * number + 1] = again(2 * number + 1, LONG);
    }
    try (NodeProcess worker = TasksProcess.start(redis, "worker", log)) {
      raw.push(QUEUE.key(), chunk(members));
      Await.until("all run", () -> lines() == members.length);
      worker.kill();
      try (RpcNode heir = node("heir", 256)) {
        assertNotNull(heir);
        List<String> answers = answers(members.length);
        assertEquals(half, answers.stream().filter(each -> each.contains("WORKER_LOST")).count());
        assertEquals(half, answers.stream().filter(each -> each.contains("\"result\"")).count());
      }
    }
    assertEquals(3L * half, lines(), "each runs once, and what is idempotent once more");
  }

  @Test
  void requestWithoutRoomGoesToAnotherWorker() {
    try (RpcNode busy = node("busy", 1)) {
      assertNotNull(busy);
      raw.push(QUEUE.key(), chunk(once(1, 3_000), once(2, 0), once(3, 0), once(4, 0)));
      Await.until("the first runs", () -> runs("once", 1) == 1);
      assertEquals(List.of(once(4, 0), once(3, 0), once(2, 0)), waiting());
      assertEquals(1, busy.stats().requestsInHand());
      try (RpcNode other = node("other", 256)) {
        assertNotNull(other);
        assertEquals(List.of(result(2), result(3), result(4)), answers(3));
      }
    }
  }

  @Test
  void membersForWhichThereWasNoRoomAreKnownNotToHaveRun() {
    try (RpcNode client = client(Duration.ofSeconds(2))) {
      List<CompletableFuture<Integer>> calls = calls(client, 3_000);
      try (RpcNode busy = node("busy", 2)) {
        assertNotNull(busy);
        List<Executed> ends = new ArrayList<>();
        for (CompletableFuture<Integer> call : calls) {
          CompletionException failure = assertThrows(CompletionException.class, call::join);
          ends.add(assertInstanceOf(RpcException.class, failure.getCause()).executed());
        }
        assertEquals(2, ends.stream().filter(end -> end == Executed.UNKNOWN).count());
        assertEquals(calls.size() - 2, ends.stream().filter(end -> end == Executed.NO).count());
        assertEquals(0, raw.number("LLEN", QUEUE.key()));
      }
    }
  }

  @Test
  void chunkThatIsTooLongIsABatchWithTheLimitsOfOne() {
    try (RpcNode node = node("server", 256)) {
      assertNotNull(node);
      String[] members = new String[1_001];
      for (int number = 0; number < members.length; number++) {
        members[number] = once(number, 0);
      }
      raw.push(QUEUE.key(), chunk(members));
      assertTrue(answer().contains("a batch has 1 to 1000 requests"));
      assertEquals(0, runs("once", 0));
    }
  }

  @Test
  void othersOfABlockedMemberRunAtTheSameTime() {
    try (RpcNode node = node("server", 256)) {
      assertNotNull(node);
      String[] members = new String[64];
      for (int number = 0; number < members.length; number++) {
        members[number] = once(number, 1_000);
      }
      long start = System.nanoTime();
      raw.push(QUEUE.key(), chunk(members));
      Await.until("all run", () -> runs("once", 0) == 1 && lines() == members.length);
      assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 30_000);
    }
  }

  @Test
  void chunksThatWaitAreTakenWholeThoughThereIsRoomForFewAtATime() {
    int chunks = 40;
    AtomicInteger runs = new AtomicInteger();
    for (int chunk = 0; chunk < chunks; chunk++) {
      String[] members = new String[64];
      for (int member = 0; member < members.length; member++) {
        members[member] = once(64 * chunk + member, 0);
      }
      raw.push(QUEUE.key(), chunk(members));
    }
    try (RedissonTransport transport = RedissonTransport.connect(redis.directUri());
        RpcNode node =
            RpcNode.builder("server")
                .transport(transport)
                .register(new Tasks.Skeleton((method, number, millis) -> runs.incrementAndGet()))
                .start()) {
      assertNotNull(node);
      Await.until("all have run", () -> runs.get() == 64 * chunks);
      Await.until("nothing is held", () -> raw.texts("KEYS", "*:taken:*").isEmpty());
      long sent = transport.commandsSent();
      assertTrue(sent < 20L * chunks, sent + " commands for " + chunks + " chunks");
    }
  }

  @Test
  void notificationsTravelAlone() {
    try (RpcNode client = client(Duration.ofSeconds(30))) {
      RpcChannel channel = client.channelToAny().waitForProvider();
      List<CompletableFuture<?>> sent = new ArrayList<>();
      for (int number = 0; number < 100; number++) {
        sent.add(
            channel.sendAsync(Tasks.ONCE, out -> out.writeRawValue("[1,0]"), CallOptions.DEFAULT));
      }
      sent.forEach(CompletableFuture::join);
      assertEquals(100, raw.number("LLEN", QUEUE.key()));
    }
  }

  @Test
  void membersAreTakenBackOneByOne() {
    try (RpcNode client = client(Duration.ofSeconds(30))) {
      List<CompletableFuture<Integer>> calls = calls(client);
      assertTrue(raw.number("LLEN", QUEUE.key()) < calls.size(), "they travel in chunks");
      for (int number = 0; number < calls.size(); number += 2) {
        calls.get(number).cancel(false);
      }
      Await.until("half are left", () -> String.join("", waiting()).split("once").length == 51);
      try (RpcNode node = node("server", 256)) {
        assertNotNull(node);
        for (int number = 1; number < calls.size(); number += 2) {
          assertEquals(number, calls.get(number).join());
        }
      }
      assertEquals(calls.size() / 2, lines(), "none runs that was taken back");
    }
  }

  @Test
  void membersThatNobodyTakesInTimeAreKnownNotToHaveRun() {
    try (RpcNode client = client(Duration.ofMillis(500))) {
      for (CompletableFuture<Integer> call : calls(client)) {
        CompletionException failure = assertThrows(CompletionException.class, call::join);
        RpcException late = assertInstanceOf(RpcException.class, failure.getCause());
        assertEquals(Executed.NO, late.executed(), late.getMessage());
      }
      assertEquals(0, raw.number("LLEN", QUEUE.key()));
    }
  }

  @Test
  void batchOfAnotherClientIsAnsweredAsOneWhateverItsLayout() {
    try (RpcNode node = node("server", 256)) {
      assertNotNull(node);
      String foreign = chunk(once(1, 300), once(2, 0)).replace("c2.", "");
      raw.push(QUEUE.key(), foreign);
      String answer = raw.pop(LIST.replace("c2.", ""), 20);
      assertEquals('[' + result(1) + ',' + result(2) + ']', answer);
    }
  }

  private List<CompletableFuture<Integer>> calls(RpcNode client) {
    return calls(client, 0);
  }

  private List<CompletableFuture<Integer>> calls(RpcNode client, int millis) {
    Tasks.Stub stub = new Tasks.Stub(client.channelToAny().waitForProvider());
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      calls.add(stub.onceAsync(number, millis));
    }
    Await.until("all wait", () -> String.join("", waiting()).split("once").length == 101);
    return calls;
  }

  private List<String> waiting() {
    return raw.texts("LRANGE", QUEUE.key(), "0", "-1");
  }

  private RpcNode client(Duration timeout) {
    return RpcNode.builder("client").redis(redis.directUri()).timeout(timeout).start();
  }

  private RpcNode node(String id, int concurrency) {
    return RpcNode.builder(id)
        .redis(redis.directUri())
        .lease(Duration.ofMillis(600))
        .concurrency(concurrency)
        .register(new Tasks.Skeleton(new Tasks.Logged(log)))
        .start();
  }

  private List<String> held() {
    List<String> held = new ArrayList<>();
    raw.texts("KEYS", "*:taken:*").forEach(key -> held.addAll(raw.texts("LRANGE", key, "0", "-1")));
    return held;
  }

  /** So many responses, however they come, in the order of their ids. */
  private List<String> answers(int count) {
    List<String> answers = new ArrayList<>();
    while (answers.size() < count) {
      String answer = answer();
      boolean array = answer.startsWith("[");
      String lines = array ? answer.substring(1, answer.length() - 1) : answer;
      answers.addAll(List.of(lines.split(",\n")));
    }
    answers.sort(String::compareTo);
    return answers;
  }

  private String answer() {
    String answer = raw.pop(LIST, 20);
    assertNotNull(answer, "no answer");
    return answer;
  }

  private static String chunk(String... members) {
    return '[' + String.join(",\n", members) + ']';
  }

  private static String once(int number, int millis) {
    return request("once", number, millis);
  }

  private static String again(int number, int millis) {
    return request("again", number, millis);
  }

  private static String request(String method, int number, int millis) {
    return ("{\"jsonrpc\":\"2.0\",\"id\":\"caller-x-%d\",\"method\":\"Tasks.%s\",\"replyTo\":\"%s\","
            + "\"from\":\"caller\",\"params\":[%d,%d]}")
        .formatted(number, method, LIST, number, millis);
  }

  private static String result(int number) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"caller-x-%d\",\"result\":%d}".formatted(number, number);
  }

  private long lines() {
    try {
      return java.nio.file.Files.exists(log) ? java.nio.file.Files.readAllLines(log).size() : 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private long runs(String method, int number) {
    try {
      return Tasks.Logged.runs(log, method, number);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
