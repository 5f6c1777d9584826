package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.json.Numbers;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServerCalls;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.time.Await;
import io.callbox.testkit.time.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class OverdueFutureTest {

  private static final MethodDescriptor<Integer> NEVER =
      MethodDescriptor.named("Odd", "never").returning(Numbers::readInt);
  private static final MethodDescriptor<Integer> ONE =
      MethodDescriptor.named("Odd", "one").returning(Numbers::readInt);

  private final CompletableFuture<CallContext> seen = new CompletableFuture<>();

  /** A node with room for one call, and then for the next. */
  @Test
  void futureThatIsNeverCompletedKeepsNoRoom() throws Throwable {
    VirtualClock clock = new VirtualClock();
    try (Nodes nodes = Nodes.inMemory(clock)) {
      nodes.start("server", node -> node.concurrency(1).lease(Duration.ofMillis(300)), odd());
      RpcChannel channel = nodes.client().channelTo("server");
      CallOptions hasty = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(2));
      CompletableFuture<Integer> never =
          channel.callAsync(NEVER, OverdueFutureTest::nothing, hasty);
      Await.until("it has begun", seen::isDone);
      clock.advance(Duration.ofSeconds(2));
      Await.until("it is over", never::isCompletedExceptionally);
      CompletableFuture<Integer> one =
          channel.callAsync(ONE, OverdueFutureTest::nothing, CallOptions.DEFAULT);
      clock.advance(Duration.ofSeconds(1)); // the server looks for what is overdue now and then
      assertEquals(1, one.get(10, TimeUnit.SECONDS));
      assertTrue(seen.join().isCancelled());
    }
  }

  @Test
  void callsOfOneIdAndNotificationsKeepNoRoomEither() {
    try (Asker asker =
        Asker.of(node -> node.concurrency(2).lease(Duration.ofMillis(300)).register(odd()))) {
      asker.send(
          Asker.request("1", "Odd.never", "{}", over(asker) + ",\"replyTo\":\"replies:a:1\""));
      Await.until("it has begun", seen::isDone);
      asker.send(Asker.request("1", "Odd.one", "{}", ",\"replyTo\":\"replies:b:1\""));
      assertEquals(1, asker.answerOn("replies:b:1").get("result").asInt());
      assertTrue(asker.answerOn("replies:a:1").toString().contains("DEADLINE_EXCEEDED"));
      for (int sent = 0; sent < 2; sent++) {
        asker.send("{\"jsonrpc\":\"2.0\",\"method\":\"Odd.never\"" + over(asker) + "}");
      }
      assertEquals(1, asker.call("Odd.one", "{}").get("result").asInt());
    }
  }

  private static String over(Asker asker) {
    return ",\"deadline\":" + (redisMillis(asker) + 2_000);
  }

  private static long redisMillis(Asker asker) {
    return 1_000 * Long.parseLong(asker.redis.texts("TIME").get(0));
  }

  /** A service of which one method returns a future that nobody completes. */
  private ScriptedService odd() {
    return ScriptedService.named("Odd")
        .running(
            NEVER,
            responder -> {
              seen.complete(CallContext.current());
              ServerCalls.whenComplete(
                  new CompletableFuture<Integer>(),
                  responder,
                  (out, number) -> out.writeNumber(number));
            })
        .running(ONE, responder -> responder.succeed(1, (out, number) -> out.writeNumber(number)));
  }

  private static void nothing(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }
}
