package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.rpc.ServerCalls;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.time.Await;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Members of a chunk of which one answers another, and goes on. */
@Timeout(180)
final class NeighbourInChunkTest {

  private static final String LIST = "replies:caller:c2.secret";
  private static final int PATIENCE_SECONDS = 25;

  private final CompletableFuture<Integer> event = new CompletableFuture<>();
  private final CountDownLatch firing = new CountDownLatch(1);
  private final CountDownLatch mayFire = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private Asker asker;

  @BeforeEach
  void start() {
    ScriptedService odd =
        ScriptedService.named("Odd")
            .running(
                "event",
                responder ->
                    ServerCalls.whenComplete(
                        event, responder, (out, number) -> out.writeNumber(number)))
            .running(
                "fire",
                responder -> {
                  firing.countDown();
                  Await.latch(mayFire);
                  event.complete(1);
                  Await.latch(mayEnd);
                  responder.succeed(2, (out, number) -> out.writeNumber(number));
                })
            .running(
                "one", responder -> responder.succeed(1, (out, number) -> out.writeNumber(number)));
    asker = Asker.of(node -> node.register(odd));
  }

  @AfterEach
  void stop() {
    mayFire.countDown();
    mayEnd.countDown();
    asker.close();
  }

  /** The one that goes on may wait for what its neighbour's caller does with the answer. */
  @Test
  void answerDoesNotWaitForTheNeighbourThatHasGivenIt() {
    asker.redis.push("services:Odd", '[' + request("event") + ",\n" + request("fire") + ']');
    Await.latch(firing);
    assertEquals(1, asker.call("Odd.one", "{}").get("result").asInt(), "its threads look no more");
    mayFire.countDown();
    assertEquals(answer("event", 1), asker.redis.pop(LIST, PATIENCE_SECONDS));
    mayEnd.countDown();
    assertEquals(answer("fire", 2), asker.redis.pop(LIST, PATIENCE_SECONDS));
  }

  private static String request(String method) {
    String more = ",\"replyTo\":\"" + LIST + "\",\"from\":\"caller\"";
    return Asker.request('"' + method + '"', "Odd." + method, "{}", more);
  }

  private static String answer(String id, int result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":%d}".formatted(id, result);
  }
}
