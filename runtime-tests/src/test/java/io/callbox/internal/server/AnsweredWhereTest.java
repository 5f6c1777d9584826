package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.callbox.json.Numbers;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where answers go, how long they stay there, and what is too late to be run. */
final class AnsweredWhereTest {

  private static final AtomicInteger RUNS = new AtomicInteger();
  private static volatile CountDownLatch gate = new CountDownLatch(0);

  private static Asker asker;

  @BeforeAll
  static void start() {
    asker =
        Asker.of(
            node ->
                node.concurrency(1)
                    .register(
                        new Arith.Skeleton(
                            (a, b) -> {
                              RUNS.incrementAndGet();
                              return a * b;
                            }))
                    .register(
                        ScriptedService.named("Gate")
                            .running(
                                "pass",
                                responder -> {
                                  Await.latch(gate);
                                  responder.succeed(1, (out, one) -> out.writeNumber(one));
                                })));
  }

  @AfterAll
  static void stop() {
    asker.close();
  }

  @AfterEach
  void nextCallIsServed() {
    assertEquals(56, asker.call("Arith.multiply", "[7,8]").get("result").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"abc\" | abc",
        "\"with: colons\" | with: colons",
        "\"\u00fc\\u20ac\" | \u00fc\u20ac",
        "17 | 17",
        "-1.5 | -1.5",
        "null | null",
        "\"17\" | 17",
        "123456789012345678901234567890 | 123456789012345678901234567890"
      })
  void idIsEchoedAsItCameAndNamesTheReplyList(String id, String key) {
    asker.send(Asker.request(id, "Arith.multiply", "[7,8]", ""));
    JsonNode answer = asker.answer(key);
    assertEquals(Asker.tree(id), answer.get("id"));
    assertEquals(56, answer.get("result").asInt());
  }

  @Test
  void emptyIdIsAnId() {
    asker.send(Asker.request("\"\"", "Arith.multiply", "[7,8]", ""));
    assertEquals("", asker.answer("").get("id").asText("none"));
  }

  @Test
  void workerThatTakesARequestFromTheServiceQueueAnswersIt() {
    asker.redis.push("services:Arith", Asker.request("\"any\"", "Arith.multiply", "[7,8]", ""));
    assertEquals(56, asker.answer("any").get("result").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"replies:me:1", "nodes:me:77", "nodes:me:with:colons"})
  void replyToOfEitherFormIsAnswered(String replyTo) {
    String more = ",\"replyTo\":\"" + replyTo + '"';
    asker.send(Asker.request("\"x\"", "Arith.multiply", "[7,8]", more));
    assertEquals(56, asker.answerOn(replyTo).get("result").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "precious",
        "services:Other",
        "nodes:other",
        "nodes:",
        "replies:a",
        "replies:a:b:c",
        "{nodes:server}:taken:server:1",
        "registry:node:a",
        "ns:replies:a:b",
        "Replies:a:b",
        ""
      })
  void replyToOfAnotherFormIsRefusedAndItsKeyUntouched(String replyTo) {
    int before = RUNS.get();
    asker.redis.call("SET", replyTo, "gold");
    String id = Asker.nextId();
    String more = ",\"replyTo\":\"" + replyTo + '"';
    asker.send(Asker.request('"' + id + '"', "Arith.multiply", "[7,8]", more));
    AlwaysAnswerTest.assertError(
        asker.answer(id), -32600, "INVALID_REQUEST", "no", "replyTo must be");
    assertEquals("gold", asker.redis.text("GET", replyTo));
    asker.redis.call("DEL", replyTo);
    assertEquals(before, RUNS.get());
  }

  @Test
  void namesAreNoLongerThanTheyHaveToBe() {
    String long257 = "x".repeat(257);
    for (String more :
        new String[] {
          ",\"from\":\"" + long257 + '"',
          ",\"replyTo\":\"replies:a:" + long257.repeat(4) + '"',
          ",\"replyTo\":\"nodes:a:" + long257.repeat(4) + '"'
        }) {
      String id = Asker.nextId();
      asker.send(Asker.request('"' + id + '"', "Arith.multiply", "[7,8]", more));
      assertEquals(-32600, asker.answer(id).get("error").get("code").asInt());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"No.such", "Arith.multiply"})
  void replyToIsHeldToItsFormsWhateverElseIsWrong(String method) {
    asker.redis.call("SET", "precious", "gold");
    String id = Asker.nextId();
    asker.send(Asker.request('"' + id + '"', method, "[]", ",\"replyTo\":\"precious\""));
    assertTrue(asker.answer(id).has("error"));
    assertEquals("gold", asker.redis.text("GET", "precious"));
  }

  @Test
  void requestPastItsDeadlineIsNotRun() {
    int before = RUNS.get();
    String id = Asker.nextId();
    String more = ",\"deadline\":" + (redisMillis() - 1_000);
    asker.send(Asker.request('"' + id + '"', "Arith.multiply", "[7,8]", more));
    AlwaysAnswerTest.assertError(asker.answer(id), -32001, "DEADLINE_EXCEEDED", "no", "too late");
    assertEquals(before, RUNS.get());
  }

  @Test
  void requestBeforeItsDeadlineIsRun() {
    String id = Asker.nextId();
    String more = ",\"deadline\":" + (redisMillis() + 60_000);
    asker.send(Asker.request('"' + id + '"', "Arith.multiply", "[7,8]", more));
    assertEquals(56, asker.answer(id).get("result").asInt());
  }

  @Test
  void callThatHangsTimesOutAndTheNextIsServed() {
    gate = new CountDownLatch(1);
    try (RpcNode client = RpcNode.builder("client").redis(asker.uri()).start()) {
      CallOptions hasty = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(1));
      long took =
          Stopwatch.millisOf(
              () -> assertCode(StatusCode.DEADLINE_EXCEEDED, () -> Gate.pass(client, hasty)));
      assertTrue(took >= 1_000, "took " + took);
      int before = RUNS.get();
      Arith.Stub queued = new Arith.Stub(client.channelTo("server"), hasty);
      assertCode(StatusCode.DEADLINE_EXCEEDED, () -> queued.multiply(1, 1));
      gate.countDown();
      assertEquals(56, new Arith.Stub(client.channelTo("server")).multiply(7, 8));
      assertEquals(before + 1, RUNS.get(), "what timed out in the queue was run");
    } finally {
      gate.countDown();
    }
  }

  @Test
  void replyListsExpire() {
    asker.send(Asker.request("\"ttl\"", "Arith.multiply", "[7,8]", ""));
    Await.until("the answer", () -> asker.redis.number("LLEN", "nodes:server:ttl") == 1);
    long millis = asker.redis.number("PTTL", "nodes:server:ttl");
    assertTrue(millis > 30_000 && millis <= 120_000, "expires in " + millis);
    asker.answer("ttl");
  }

  @Test
  void expiryOfAReplyListNeverShrinks() {
    String key = "replies:me:ttl";
    String patient = ",\"replyTo\":\"" + key + "\",\"deadline\":" + (redisMillis() + 600_000);
    asker.send(Asker.request("1", "Arith.multiply", "[7,8]", patient));
    asker.send(Asker.request("2", "Arith.multiply", "[7,8]", ",\"replyTo\":\"" + key + '"'));
    Await.until("two answers", () -> asker.redis.number("LLEN", key) == 2);
    long millis = asker.redis.number("PTTL", key);
    assertTrue(millis > 590_000 && millis < 700_000, "expires in " + millis);
    assertEquals(1, asker.answerOn(key).get("id").asInt());
    assertEquals(2, asker.answerOn(key).get("id").asInt());
  }

  @Test
  void notificationsAreNeverAnswered() {
    int before = RUNS.get();
    asker.send("{\"jsonrpc\":\"2.0\",\"method\":\"Arith.multiply\",\"params\":[7,8]}");
    asker.send("{\"jsonrpc\":\"2.0\",\"method\":\"Arith.multiply\",\"params\":[]}");
    asker.send("{\"jsonrpc\":\"2.0\",\"method\":\"No.such\"}");
    assertEquals(1, asker.call("Gate.pass", "[]").get("result").asInt());
    assertEquals(before + 1, RUNS.get());
    assertEquals(0, asker.redis.number("EXISTS", "nodes:server:null"));
  }

  private static void assertCode(StatusCode code, Executable call) {
    assertEquals(code, assertThrows(RpcException.class, call).code());
  }

  private static long redisMillis() {
    if (asker.redis.call("TIME") instanceof List<?> time) {
      return Long.parseLong((String) time.get(0)) * 1_000;
    }
    throw new AssertionError("no time");
  }

  /** Calls the gate. */
  private static final class Gate {
    static final MethodDescriptor<Integer> PASS =
        MethodDescriptor.named("Gate", "pass").returning(Numbers::readInt);

    static int pass(RpcNode from, CallOptions options) {
      return ClientCalls.await(
          from.channelTo("server"),
          PASS,
          out -> {
            out.writeStartObject();
            out.writeEndObject();
          },
          options);
    }
  }
}
