package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.callbox.interceptor.LogContext;
import io.callbox.node.RpcNode;
import io.callbox.testing.Arith;
import io.callbox.testing.Talk;
import io.callbox.testkit.time.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/**
 * A caller who may push any request to any node, and knows all that a node says of itself, answers
 * and cancels nobody else's calls.
 */
@Timeout(60)
final class ForgeryTest {

  private static final int CALLS = 16;

  private final CountDownLatch gate = new CountDownLatch(1);
  private Asker forger;
  private RpcNode slow;
  private RpcNode victim;

  /** The node that the forger makes answer is quick; the one that the victim calls is not. */
  @BeforeEach
  void start() {
    forger = Asker.of(node -> node.register(new Arith.Skeleton((a, b) -> a * b)));
    slow =
        RpcNode.builder("slow")
            .redis(forger.uri())
            .register(
                new Arith.Skeleton(
                    (a, b) -> {
                      Await.latch(gate);
                      return a * b;
                    }))
            .start();
    victim = RpcNode.builder("victim").redis(forger.uri()).start();
  }

  @AfterEach
  void stop() {
    gate.countDown();
    victim.close();
    slow.close();
    forger.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Arith.multiply", "Arith.none"})
  void cardDoesNotLeadToTheRepliesOfACaller(String method) {
    List<CompletableFuture<Integer>> calls = callSlowly();
    for (int call = 1; call <= CALLS; call++) {
      String more = ",\"from\":\"victim\",\"replyTo\":\"replies:victim:" + incarnation() + '"';
      for (String id : List.of(guess(call, 10), guess(call, Character.MAX_RADIX))) {
        forger.send(Asker.request('"' + id + '"', method, "[1,1]", more));
      }
    }
    forger.call("Arith.multiply", "[1,1]");
    assertEquals(0, victim.stats().lateReplies());
    assertAllAnswered(calls);
  }

  @Test
  void cardDoesNotRevealHowToCancelCalls() {
    List<CompletableFuture<Integer>> calls = callSlowly();
    for (int call = 1; call <= CALLS; call++) {
      forger.redis.call("PUBLISH", "rpc:cancelled", guess(call, 10));
      forger.redis.call("PUBLISH", "rpc:cancelled", guess(call, Character.MAX_RADIX));
    }
    assertAllAnswered(calls);
  }

  @Test
  void callWithAnIdThatCanBeGuessedIsNotCancelled() {
    String request = Asker.request("\"by-hand-1\"", "Arith.multiply", "[7,8]", "");
    forger.redis.push("nodes:slow", request);
    Await.until("it runs", () -> slow.stats().requestsInHand() == 1);
    forger.redis.call("PUBLISH", "rpc:cancelled", "by-hand-1");
    new Arith.Stub(victim.channelTo("server")).multiply(1, 1);
    gate.countDown();
    assertEquals(56, forger.answerOn("nodes:slow:by-hand-1").get("result").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",%s,\"method\":\"Arith.multiply\",\"params\":[7,8]}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",%s,\"method\":\"Arith.multiply\",\"params\":[7]}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",%s,\"method\":\"Arith.none\",\"params\":[7,8]}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",%s,\"method\":\"Arith.multiply\",\"params\":[7,8",
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",%s}",
        "[{\"jsonrpc\":\"2.0\",\"id\":\"x\",%s,\"method\":\"Arith.multiply\",\"params\":[7,8]}]"
      })
  void nodeIsAnsweredOnNoListOfAnotherNode(String request) {
    String replyTo = sent("replyTo");
    forger.send(request.formatted("\"from\":\"mallory\",\"replyTo\":\"" + replyTo + '"'));
    JsonNode answer = forger.answer("x");
    assertTrue((answer.isArray() ? answer.get(0) : answer).has("error"), answer.toString());
    assertEquals(0, victim.stats().lateReplies());
  }

  @Test
  void nothingThatANodeSaysShowsWhereItIsAnswered() {
    List<String> seen = new ArrayList<>();
    RpcNode logging =
        RpcNode.builder("logging")
            .redis(forger.uri())
            .interceptServer(LogContext.carrying())
            .register(
                new Talk.Skeleton(
                    line -> {
                      seen.add(String.valueOf(MDC.getCopyOfContextMap()));
                      throw new IllegalStateException("no");
                    }))
            .start();
    try (logging) {
      CompletableFuture<String> failed = new Talk.Stub(victim.channelTo("logging")).sayAsync("x");
      seen.add(failed.handle((said, failure) -> String.valueOf(failure)).join());
      String idSecret = sent("id").substring("victim-".length(), "victim-".length() + 22);
      String listSecret = sent("replyTo").substring("replies:victim:c2.".length());
      assertTrue(seen.get(0).contains("victim-…-1"), seen.get(0));
      seen.add(forger.redis.text("GET", "registry:node:victim"));
      seen.add(victim.registry().nodes().toString());
      forger.redis.push("nodes:logging", Asker.request("1", "rpc.info", "{}", ""));
      forger.redis.push("nodes:logging", Asker.request("2", "rpc.stats", "{}", ""));
      seen.add(forger.answerOn("nodes:logging:1").toString());
      seen.add(forger.answerOn("nodes:logging:2").toString());
      for (String said : seen) {
        assertFalse(said.contains(idSecret) || said.contains(listSecret), said);
      }
    }
  }

  /** What the victim writes into a request, which waits for a node that is not there. */
  private String sent(String member) {
    Arith.Stub nobody = new Arith.Stub(victim.channelTo("nobody").waitForProvider());
    CompletableFuture<Integer> call = nobody.multiplyAsync(1, 1);
    Await.until("it waits", () -> forger.redis.number("LLEN", "nodes:nobody") == 1);
    String request = forger.redis.text("LINDEX", "nodes:nobody", "0");
    call.cancel(true);
    Await.until("it is gone", () -> forger.redis.number("LLEN", "nodes:nobody") == 0);
    return Asker.tree(request).get(member).asText();
  }

  private List<CompletableFuture<Integer>> callSlowly() {
    Arith.Stub stub = new Arith.Stub(victim.channelTo("slow"));
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      calls.add(stub.multiplyAsync(7, 8));
    }
    Await.until("all run", () -> slow.stats().requestsInHand() == CALLS);
    return calls;
  }

  private void assertAllAnswered(List<CompletableFuture<Integer>> calls) {
    gate.countDown();
    calls.forEach(call -> assertEquals(56, call.join()));
  }

  private String guess(int call, int radix) {
    return "victim-" + incarnation() + '-' + Integer.toString(call, radix);
  }

  private String incarnation() {
    return Asker.tree(forger.redis.text("GET", "registry:node:victim")).get("incarnation").asText();
  }
}
