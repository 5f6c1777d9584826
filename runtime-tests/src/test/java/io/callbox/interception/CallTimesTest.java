package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Outcome;
import io.callbox.testing.BusyTalk;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time in the queue and time running, as the caller is told of them, over a real Redis. */
@CallboxTest
@Timeout(60)
final class CallTimesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How far two estimates of one clock may be apart on a busy machine. */
  private static final Duration CLOCKS = Duration.ofMillis(50);

  private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private Nodes nodes;
  private RpcNode client;

  /** A call that has ended, and how long its caller saw it take. */
  private record Ended(Outcome outcome, Duration total) {}

  @BeforeEach
  void startClient(Nodes started) {
    nodes = started;
    client = nodes.start("client", node -> node.interceptClient(this::begin));
  }

  private CallObserver begin(InterceptedCall call) {
    long start = System.nanoTime();
    return CallObserver.atEnd(
        outcome -> ended.add(new Ended(outcome, Duration.ofNanos(System.nanoTime() - start))));
  }

  private RpcNode server(Talk talk) {
    return nodes.start("server", node -> node.concurrency(1), new Talk.Skeleton(talk));
  }

  @ParameterizedTest
  @CsvSource({
    "blocking, hello, OK",
    "asynchronous, hello, OK",
    "blocking, declared, APPLICATION",
    "asynchronous, fail, APPLICATION"
  })
  void callerSeesTimeInQueueApartFromTimeRunning(String kind, String line, String status)
      throws Exception {
    BusyTalk busy = new BusyTalk();
    RpcNode server = server(busy);
    Talk.Stub talk = new Talk.Stub(client.channelTo(server.id()));
    busy.hold(server, talk);
    assertNull(ended().outcome().times(), "nobody answers a note");
    call(talk, kind, line);
    Ended call = ended();
    assertEquals(status, call.outcome().statusName());
    assertApart(call);
  }

  private static void call(Talk.Stub talk, String kind, String line) {
    CompletableFuture<String> said =
        kind.equals("blocking")
            ? CompletableFuture.supplyAsync(() -> talk.say(line))
            : talk.sayAsync(line);
    said.handle((result, failure) -> "ended").orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Lower bounds alone, as a busy machine knows no upper one, and no moment counted twice. */
  private static void assertApart(Ended call) {
    CallTimes times = call.outcome().times();
    assertTrue(times.queued().plus(CLOCKS).compareTo(BusyTalk.QUEUED) >= 0, call::toString);
    assertTrue(times.ran().compareTo(BusyTalk.RUNNING) >= 0, call::toString);
    Duration both = times.queued().plus(times.ran());
    assertTrue(both.compareTo(call.total().plus(CLOCKS)) <= 0, call::toString);
  }

  private Ended ended() throws InterruptedException {
    Ended call = ended.poll(20, TimeUnit.SECONDS);
    assertTrue(call != null, "no call has ended");
    return call;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"queuedMicros\":\"soon\",\"ranMicros\":-1,"})
  void serverThatTellsNothingOrNonsenseIsUnderstood(
      String members, RedisServer redis, Namespace namespace) throws Exception {
    Talk.Stub talk = new Talk.Stub(client.channelTo("foreign").waitForProvider());
    CompletableFuture<String> said = talk.sayAsync("x");
    try (RedisCommands foreign = RedisCommands.to(redis.port())) {
      JsonNode request = JSON.readTree(foreign.pop(namespace.inbox("foreign").key(), 20));
      foreign.push(
          request.get("replyTo").asText(),
          "{\"jsonrpc\":\"2.0\",\"id\":%s,%s\"result\":\"x\"}"
              .formatted(request.get("id"), members));
    }
    assertEquals("x", said.get(20, TimeUnit.SECONDS));
    assertNull(ended().outcome().times());
  }

  @Test
  void onlyWhoSaysWhenItSentIsTold(RedisServer redis, Namespace namespace) throws Exception {
    String head = "{\"jsonrpc\":\"2.0\",\"method\":\"Talk.say\",";
    String told = head + "\"id\":\"1\",\"sentAt\":1,\"params\":[\"x\"]}";
    String toldOfError = head + "\"id\":\"2\",\"sentAt\":1,\"params\":[17]}";
    String other = head + "\"id\":\"3\",\"params\":[\"x\"]}";
    server(line -> line);
    try (RedisCommands caller = RedisCommands.to(redis.port())) {
      caller.push(
          namespace.inbox("server").key(), "[" + told + "," + toldOfError + "," + other + "]");
      JsonNode answers = JSON.readTree(caller.pop(namespace.reply("server", "1").key(), 20));
      for (int index = 0; index < 2; index++) {
        JsonNode answer = answers.get(index);
        assertTrue(answer.get("queuedMicros").longValue() > 1_000_000_000, answer::toString);
        assertTrue(answer.get("ranMicros").isIntegralNumber(), answer::toString);
      }
      assertEquals("INVALID_ARGUMENT", answers.at("/1/error/data/status").asText());
      assertEquals(
          "{\"jsonrpc\":\"2.0\",\"id\":\"3\",\"result\":\"x\"}", answers.get(2).toString());
    }
  }
}
