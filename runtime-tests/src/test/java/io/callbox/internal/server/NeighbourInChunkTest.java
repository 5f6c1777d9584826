package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.json.Numbers;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.testing.ScriptedService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
                method("event"),
                responder ->
                    ServerCalls.whenComplete(
                        event, responder, (out, number) -> out.writeNumber(number)))
            .running(
                method("fire"),
                responder -> {
                  firing.countDown();
                  await(mayFire);
                  event.complete(1);
                  await(mayEnd);
                  responder.succeed(2, (out, number) -> out.writeNumber(number));
                })
            .running(
                method("one"),
                responder -> responder.succeed(1, (out, number) -> out.writeNumber(number)));
    asker = Asker.of(node -> node.register(odd));
  }

  @AfterEach
  void stop() {
    mayFire.countDown();
    mayEnd.countDown();
    asker.close();
  }

  private static MethodDescriptor<Integer> method(String name) {
    return MethodDescriptor.named("Odd", name).returning(Numbers::readInt);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(2L * PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** The one that goes on may wait for what its neighbour's caller does with the answer. */
  @Test
  void answerDoesNotWaitForTheNeighbourThatHasGivenIt() {
    asker.redis.push("services:Odd", '[' + request("event") + ",\n" + request("fire") + ']');
    await(firing);
    assertEquals(1, asker.call("Odd.one", "{}").get("result").asInt(), "its threads look no more");
    mayFire.countDown();
    assertEquals(answer("event", 1), asker.redis.pop(LIST, PATIENCE_SECONDS));
    mayEnd.countDown();
    assertEquals(answer("fire", 2), asker.redis.pop(LIST, PATIENCE_SECONDS));
  }

  private static String request(String method) {
    String more = ",\"replyTo\":\"" + LIST + "\",\"from\":\"caller\"";
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%1$s\",\"method\":\"Odd.%1$s\"%2$s,\"params\":{}}"
        .formatted(method, more);
  }

  private static String answer(String id, int result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":%d}".formatted(id, result);
  }
}
