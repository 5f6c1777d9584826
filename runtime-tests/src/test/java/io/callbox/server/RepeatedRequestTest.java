package io.callbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.json.Numbers;
import io.callbox.node.RpcNode;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.testing.Await;
import io.callbox.testing.RawRedis;
import io.callbox.testing.RedisProcess;
import io.callbox.testing.ScriptedService;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that a program in another language pushes again, not knowing that Redis has them. */
@Timeout(60)
final class RepeatedRequestTest {

  private static final int PATIENCE_SECONDS = 10;

  private final AtomicInteger runs = new AtomicInteger();
  private RedisProcess redis;
  private RawRedis raw;
  private RpcNode first;
  private RpcNode second;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    raw = RawRedis.of(redis);
    first = worker("first");
    second = worker("second");
  }

  @AfterEach
  void stop() {
    second.close();
    first.close();
    raw.close();
    redis.close();
  }

  private RpcNode worker(String id) {
    ScriptedService counter = ScriptedService.named("Counter");
    counter.running(
        "increment",
        responder ->
            responder.succeed(
                runs.incrementAndGet(), (out, number) -> out.writeNumber(number.intValue())));
    counter.running(
        MethodDescriptor.named("Counter", "look").idempotent().returning(Numbers::readInt),
        responder ->
            responder.succeed(
                runs.incrementAndGet(), (out, number) -> out.writeNumber(number.intValue())));
    return RpcNode.builder(id).redis(redis.uri()).register(counter).start();
  }

  @Test
  void requestThatIsPushedAgainRunsOnce() {
    String once = request("increment", "once", deadline(60));
    for (int copy = 0; copy < 20; copy++) {
      raw.push("services:Counter", once);
    }
    push("increment", "other", deadline(60));
    answer("other");
    raw.push("services:Counter", once); // long after it was answered
    push("increment", "third", deadline(60));
    answer("third");
    assertEquals(3, runs.get());
    assertEquals(1, answers("once"));
  }

  @Test
  void idempotentMethodRunsAsOftenAsItIsAsked() {
    String look = request("look", "look", deadline(60));
    raw.push("services:Counter", look);
    raw.push("services:Counter", look);
    answer("look");
    answer("look");
    assertEquals(2, runs.get());
  }

  @Test
  void idMayBeUsedAgainByWhoeverSetsNoDeadline() {
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
    assertEquals("1", redis.command("EXISTS", "{services:Counter}:ran:brief"));
    Await.until(
        "it is gone", () -> redis.command("EXISTS", "{services:Counter}:ran:brief").equals("0"));
  }

  private void push(String method, String id, String more) {
    raw.push("services:Counter", request(method, id, more));
  }

  private static String request(String method, String id, String more) {
    return Asker.request('"' + id + '"', "Counter." + method, "[]", more);
  }

  private static String deadline(int seconds) {
    return ",\"deadline\":" + Instant.now().plusSeconds(seconds).toEpochMilli();
  }

  private int answers(String id) {
    return answersOf("first", id) + answersOf("second", id);
  }

  private int answersOf(String node, String id) {
    return Integer.parseInt(redis.command("LLEN", "nodes:" + node + ':' + id));
  }

  private void answer(String id) {
    Await.until("answer to " + id, () -> answers(id) > 0);
    String node = answersOf("first", id) > 0 ? "first" : "second";
    raw.pop("nodes:" + node + ':' + id, PATIENCE_SECONDS);
  }
}
