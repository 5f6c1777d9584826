package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeListener;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.CallOptions;
import io.callbox.testing.Talk;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.SkewedProcess;
import io.callbox.trial.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two nodes whose time of day is five minutes ahead and behind, and one with the right one: all
 * that has to do with time goes by Redis's clock, and none of them notices.
 *
 * <p>Nothing that comes with a Java can set the time of day of one process alone: {@code
 * System.currentTimeMillis} is native, the JVM has no option for it, and Linux's time namespaces
 * leave the time of day as it is. So this needs libfaketime, and is skipped without.
 */
@Timeout(120)
@Tag("drill")
final class SkewedClockTest {

  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final long GRACE_MILLIS = 20_000;
  private static final Pattern DEADLINE = Pattern.compile("\"deadline\":(\\d+)");

  @TempDir static Path folder;
  private static final Map<String, NodeProcess> PROCESSES = new HashMap<>();
  private static final Map<String, String> SIGNED = new ConcurrentHashMap<>();
  private static final List<String> GONE = new CopyOnWriteArrayList<>();
  private static RedisServer redis;
  private static RpcNode client;

  @BeforeAll
  static void start() {
    assumeTrue(
        SkewedProcess.library().isPresent(),
        "libfaketime is not installed (Debian: apt-get install faketime): no clock was shifted");
    redis = RedisServer.start();
    launch("ahead");
    launch("behind");
    client =
        RpcNode.builder("client")
            .redis(redis.directUri())
            .lease(SkewedProcess.LEASE)
            .timeout(Duration.ofSeconds(20))
            .interceptClient(SkewedProcess.signing())
            .interceptClient(
                call -> {
                  SIGNED.putAll(call.headers());
                  return CallObserver.NONE;
                })
            .start();
    client.registry().listen(new Mourner());
  }

  @AfterAll
  static void stop() {
    PROCESSES.values().forEach(NodeProcess::close);
    if (client != null) {
      client.close();
    }
    if (redis != null) {
      redis.close();
    }
  }

  private static final class Mourner implements NodeListener {
    @Override
    public void down(NodeInfo node) {
      GONE.add(node.id());
    }
  }

  private static void launch(String node) {
    Duration ahead = node.equals("ahead") ? SKEW : SKEW.negated();
    PROCESSES.put(node, SkewedProcess.start(redis, node, log(node), ahead));
  }

  private static NodeProcess process(String node) {
    return Objects.requireNonNull(PROCESSES.get(node));
  }

  private static Path log(String node) {
    return folder.resolve(node);
  }

  private static Talk.Stub talk(String node) {
    return new Talk.Stub(client.channelTo(node));
  }

  private static long redisMillis() {
    Matcher time = Pattern.compile("(\\d+), (\\d+)").matcher(redis.command("TIME"));
    assertTrue(time.find());
    return Long.parseLong(time.group(1)) * 1_000 + Long.parseLong(time.group(2)) / 1_000;
  }

  private static long runs(String node, String method, int number) {
    try {
      return Tasks.Logged.runs(log(node), method, number);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void theirClocksAreWrongIndeed() {
    assertAhead(SKEW.toMillis(), "ahead");
    assertAhead(-SKEW.toMillis(), "behind");
  }

  private static void assertAhead(long millis, String node) {
    long ahead = ahead(node);
    assertTrue(Math.abs(ahead - millis) < 20_000, node + " is ahead by " + ahead + " ms");
  }

  private static long ahead(String node) {
    return Long.parseLong(talk(node).say("time")) - redisMillis();
  }

  @Test
  void callsBetweenThemAreServedAndTheirSignaturesAccepted() {
    for (String caller : List.of("ahead", "behind")) {
      assertEquals("hello", talk(caller).say("hello"));
      for (String server : List.of("ahead", "behind")) {
        assertEquals("hello", talk(caller).say("say " + server + " 10000 hello"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ahead", "behind"})
  void deadlineIsByRedisClockWhoeverSetsIt(String node) {
    String queue = "nodes:nobody-for-" + node;
    CompletableFuture<String> call =
        talk(node).sayAsync("say nobody-for-" + node + " 3000 anything");
    Await.until("it waits", () -> redis.command("LLEN", queue).equals("1"));
    Matcher deadline = DEADLINE.matcher(redis.command("LINDEX", queue, "0"));
    assertTrue(deadline.find());
    long left = Long.parseLong(deadline.group(1)) - redisMillis();
    assertTrue(left > -10_000 && left < 4_000, "left of its time: " + left + " ms");
    assertEquals("DEADLINE_EXCEEDED NO", call.join());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ahead", "behind"})
  void requestIsDroppedOnceItsTimeIsOverAndNotBefore(String node) {
    String late = pushed(node, "Tasks.once", "\"deadline\":" + (redisMillis() - 1), "[101,0]");
    assertTrue(late.contains("\"DEADLINE_EXCEEDED\",\"executed\":\"no\""), late);
    String inTime =
        pushed(node, "Tasks.once", "\"deadline\":" + (redisMillis() + 20_000), "[102,0]");
    assertTrue(inTime.contains("\"result\":102"), inTime);
    assertEquals(0, runs(node, "once", 101));
    assertEquals(1, runs(node, "once", 102));
  }

  /** Pushes a request by hand; what is answered. */
  private static String pushed(String node, String method, String members, String params) {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":\"by-hand\",\"method\":\"%s\",%s,\"params\":%s}"
            .formatted(method, members, params);
    try (RedisCommands raw = RedisCommands.to(redis.port())) {
      raw.push("nodes:" + node, request);
      return String.valueOf(raw.pop("nodes:" + node + ":by-hand", 20));
    }
  }

  @Test
  void nobodyIsThoughtDeadAndEveryViewIsRight() {
    Await.until("both are back", () -> view().equals(List.of("ahead", "behind", "client")));
    GONE.clear();
    CompletableFuture<Integer> first = tasks("ahead").onceAsync(201, 3_000); // three leases
    CompletableFuture<Integer> second = tasks("behind").onceAsync(202, 3_000);
    assertEquals(201, first.join());
    assertEquals(202, second.join());
    assertEquals(List.of(), GONE);
    assertEquals(List.of("ahead", "behind", "client"), view());
    assertEquals("ahead behind client", talk("ahead").say("nodes"));
    assertEquals("ahead behind client", talk("behind").say("nodes"));
    assertEquals(1, runs("ahead", "once", 201));
    assertEquals(1, runs("behind", "once", 202));
  }

  private static Tasks.Stub tasks(String node) {
    return new Tasks.Stub(client.channelTo(node));
  }

  private static List<String> view() {
    return client.registry().nodes().stream().map(NodeInfo::id).collect(Collectors.toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ahead", "behind"})
  void killIsNoticedInTheUsualTimeAndTheCallRunsElsewhere(String doomed) {
    String other = doomed.equals("ahead") ? "behind" : "ahead";
    String alone = other + " client";
    int number = doomed.equals("ahead") ? 301 : 302;
    process(other).pause(); // so that the doomed one takes the call
    CompletableFuture<Integer> call =
        new Tasks.Stub(client.channelToAny()).againAsync(number, 3_000);
    Await.until("it runs", () -> runs(doomed, "again", number) == 1);
    process(other).resume();
    Await.until("the other is there", () -> view().contains(other));
    long killed = System.nanoTime();
    process(doomed).kill();
    try {
      Await.until("the client knows", () -> String.join(" ", view()).equals(alone));
      long took = Duration.ofNanos(System.nanoTime() - killed).toMillis();
      assertTrue(took < SkewedProcess.LEASE.toMillis() + GRACE_MILLIS, "gone after " + took);
      assertEquals(alone, talk(other).say("nodes"));
      assertEquals(number, call.join());
      assertEquals(1, runs(other, "again", number));
    } finally {
      launch(doomed);
    }
  }

  @Test
  void signatureCountsOnceAndForAWhileByRedisClock() {
    assertEquals("pay 1", talk("ahead").say("pay 1"));
    sayUnanswered("ahead", "pay 1"); // a signature holds where its call is answered, too
    Map<String, String> headers = new TreeMap<>(SIGNED);
    String copied =
        headers.entrySet().stream()
            .map(header -> "\"%s\":\"%s\"".formatted(header.getKey(), header.getValue()))
            .collect(Collectors.joining(",", "\"from\":\"client\",\"headers\":{", "}"));
    pushed("ahead", "Talk.say", copied, "{\"line\":\"pay 1\"}");
    String again = pushed("ahead", "Talk.say", copied, "{\"line\":\"pay 1\"}");
    assertTrue(again.contains("its signature has been used"), again);
    long end = Long.parseLong(headers.get("auth-time")) + SkewedProcess.VALIDITY.toMillis();
    Await.until("it is too old", () -> redisMillis() > end + 100);
    String late = pushed("behind", "Talk.say", copied, "{\"line\":\"pay 1\"}");
    assertTrue(late.contains("its signature is of 5"), late);
  }

  private static void sayUnanswered(String node, String line) {
    client
        .channelTo(node)
        .send(
            Talk.SAY,
            out -> {
              out.writeStartObject();
              out.writeStringField("line", line);
              out.writeEndObject();
            },
            CallOptions.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ahead", "behind"})
  void callIsTriedAgainUntilItsTimeIsOver(String node) {
    redis.command("LPUSH", "nodes:full-for-" + node, "something");
    long start = System.nanoTime();
    String end = talk(node).say("say full-for-" + node + " 1500 anything");
    long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertEquals("RESOURCE_EXHAUSTED NO", end);
    assertTrue(took > 750 && took < 1_500 + GRACE_MILLIS, "tried for " + took + " ms");
  }

  @Test
  void clocksAreSetByTenMinutesWhileCallsRunAndWait() {
    Await.until("both are back", () -> view().equals(List.of("ahead", "behind", "client")));
    GONE.clear();
    long start = System.nanoTime();
    CompletableFuture<Integer> running = tasks("ahead").onceAsync(401, 6_000);
    CompletableFuture<String> waiting = talk("behind").sayAsync("say nobody-yet 6000 anything");
    Await.until("it runs", () -> runs("ahead", "once", 401) == 1);
    SkewedProcess.set(log("ahead"), SKEW.negated());
    SkewedProcess.set(log("behind"), SKEW);
    try {
      Await.until("they are set", () -> ahead("ahead") < 0 && ahead("behind") > 0);
      assertTrue(!running.isDone() && !waiting.isDone(), "set too late to tell");
      callsBetweenThemAreServedAndTheirSignaturesAccepted();
      assertEquals("DEADLINE_EXCEEDED NO", waiting.join());
      long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
      assertTrue(took > 5_000 && took < 6_000 + GRACE_MILLIS, "its time was over after " + took);
      assertEquals(401, running.join());
      assertEquals(1, runs("ahead", "once", 401));
      assertEquals(List.of(), GONE);
    } finally {
      SkewedProcess.set(log("ahead"), SKEW);
      SkewedProcess.set(log("behind"), SKEW.negated());
      Await.until("they are as before", () -> ahead("ahead") > 0 && ahead("behind") < 0);
    }
  }
}
