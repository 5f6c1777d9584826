package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.callbox.json.Numbers;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that a program in another language pushes again, not knowing that Redis has them. */
@CallboxTest
@Timeout(60)
final class RepeatedRequestTest {

  private static final int PATIENCE_SECONDS = 10;

  private final AtomicInteger runs = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private Namespace namespace;
  private String queue;
  private RedisCommands raw;

  @BeforeEach
  void start(RedisServer redis, Nodes nodes, Namespace ofTest) {
    namespace = ofTest;
    queue = namespace.service("Counter").key();
    raw = RedisCommands.to(redis.port());
    nodes.start("first", counter());
    nodes.start("second", counter());
  }

  @AfterEach
  void stop() {
    raw.close();
  }

  private ScriptedService counter() {
    ScriptedService counter = ScriptedService.named("Counter");
    counter.running(
        "increment",
        responder -> {
          int run = runs.incrementAndGet();
          Await.latch(gate);
          responder.succeed(run, (out, number) -> out.writeNumber(number.intValue()));
        });
    counter.running(
        MethodDescriptor.named("Counter", "look").idempotent().returning(Numbers::readInt),
        responder ->
            responder.succeed(
                runs.incrementAndGet(), (out, number) -> out.writeNumber(number.intValue())));
    return counter;
  }

  @Test
  void requestThatIsPushedAgainRunsOnce() {
    String once = request("increment", "once", deadline(60));
    for (int copy = 0; copy < 20; copy++) {
      raw.push(queue, once);
    }
    push("increment", "other", deadline(60));
    answer("other");
    raw.push(queue, once); // long after it was answered
    push("increment", "third", deadline(60));
    answer("third");
    assertEquals(3, runs.get());
    assertEquals(1, answers("once"));
  }

  @Test
  void idempotentMethodRunsAsOftenAsItIsAsked() {
    String look = request("look", "look", deadline(60));
    raw.push(queue, look);
    raw.push(queue, look);
    answer("look");
    answer("look");
    assertEquals(2, runs.get());
  }

  @Test
  void idCanBeUsedAgainWithoutADeadline() {
    push("increment", "1", "");
    answer("1");
    push("increment", "1", "");
    answer("1");
    assertEquals(2, runs.get());
  }

  @Test
  void nothingOfItIsKeptBeyondTheDeadline() {
    push("increment", "brief", deadline(1));
    answer("brief");
    String ran = '{' + queue + "}:ran:*";
    assertEquals(1, raw.texts("KEYS", ran).size());
    Await.until("it is gone", () -> raw.texts("KEYS", ran).isEmpty());
  }

  @Test
  void callersThatCountAlikeDoNotDisturbEachOther() {
    for (String caller : List.of("replies:one:1", "replies:two:1", "nodes:three:list")) {
      String list = namespace.prefix() + caller;
      raw.push(queue, numbered("1", list));
      assertNotNull(raw.pop(list, PATIENCE_SECONDS), list);
      raw.push(queue, '[' + numbered("2", list) + ',' + numbered("3", list) + ']');
      assertNotNull(raw.pop(list, PATIENCE_SECONDS), list);
    }
    assertEquals(9, runs.get());
  }

  @Test
  void numberAndStringOfTheSameDigitsAreTwoIds() {
    String list = namespace.replies("foreign", "1").key();
    for (String id : List.of("80", "\"80\"", "80", "\"80\"", "80.0")) {
      raw.push(queue, numbered(id, list));
    }
    for (int answer = 0; answer < 3; answer++) {
      assertNotNull(raw.pop(list, PATIENCE_SECONDS));
    }
    assertEquals(3, runs.get());
  }

  @Test
  void batchIsRepeatedWhereItIsAnswered() {
    String list = namespace.replies("foreign", "1").key();
    String unnamed = request("increment", "b", deadline(60));
    raw.push(queue, '[' + numbered("1", list) + ',' + unnamed + ']');
    assertNotNull(raw.pop(list, PATIENCE_SECONDS));
    raw.push(queue, '[' + numbered("1", list) + ',' + unnamed + ']');
    String other = namespace.replies("foreign", "2").key();
    raw.push(queue, '[' + numbered("1", other) + ',' + unnamed + ']');
    assertNotNull(raw.pop(other, PATIENCE_SECONDS));
    Await.until("the repetition is seen", () -> raw.number("LLEN", queue) == 0);
    assertEquals(4, runs.get());
  }

  @Test
  void repetitionWhileTheFirstRunsIsAnsweredByTheFirst() {
    String list = namespace.replies("foreign", "1").key();
    gate = new CountDownLatch(1);
    try {
      raw.push(queue, numbered("1", list));
      raw.push(queue, numbered("1", list));
      Await.until("both are taken", () -> raw.number("LLEN", queue) == 0);
      Await.until("one runs", () -> runs.get() == 1);
    } finally {
      gate.countDown();
    }
    assertNotNull(raw.pop(list, PATIENCE_SECONDS));
    assertEquals(1, runs.get());
    assertEquals(0, raw.number("LLEN", list));
  }

  private static String numbered(String id, String list) {
    String more = deadline(60) + ",\"replyTo\":\"" + list + '"';
    return Asker.request(id, "Counter.increment", "[]", more);
  }

  private void push(String method, String id, String more) {
    raw.push(queue, request(method, id, more));
  }

  private static String request(String method, String id, String more) {
    return Asker.request('"' + id + '"', "Counter." + method, "[]", more);
  }

  private static String deadline(int seconds) {
    return ",\"deadline\":" + Instant.now().plusSeconds(seconds).toEpochMilli();
  }

  private long answers(String id) {
    return answersOf("first", id) + answersOf("second", id);
  }

  private long answersOf(String node, String id) {
    return raw.number("LLEN", namespace.reply(node, id).key());
  }

  private void answer(String id) {
    Await.until("answer to " + id, () -> answers(id) > 0);
    String node = answersOf("first", id) > 0 ? "first" : "second";
    raw.pop(namespace.reply(node, id).key(), PATIENCE_SECONDS);
  }
}
