package io.callbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.json.Numbers;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServerCalls;
import io.callbox.testing.Await;
import io.callbox.testing.ScriptedService;
import io.callbox.transport.memory.InMemoryTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
    ScriptedService odd =
        ScriptedService.named("Odd")
            .running(
                NEVER,
                responder -> {
                  seen.complete(CallContext.current());
                  ServerCalls.whenComplete(
                      new CompletableFuture<Integer>(),
                      responder,
                      (out, number) -> out.writeNumber(number));
                })
            .running(
                ONE, responder -> responder.succeed(1, (out, number) -> out.writeNumber(number)));
    InMemoryTransport transport = new InMemoryTransport();
    try (RpcNode server =
            RpcNode.builder("server")
                .transport(transport)
                .concurrency(1)
                .lease(Duration.ofMillis(300))
                .register(odd)
                .start();
        RpcNode client = RpcNode.builder("client").transport(transport).start()) {
      RpcChannel channel = client.channelTo(server.id());
      CallOptions hasty = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(2));
      CompletableFuture<Integer> never =
          channel.callAsync(NEVER, OverdueFutureTest::nothing, hasty);
      Await.until("it has begun", seen::isDone);
      Await.until("it is over", never::isCompletedExceptionally);
      assertEquals(1, channel.call(ONE, OverdueFutureTest::nothing, CallOptions.DEFAULT));
      assertTrue(seen.join().isCancelled());
    }
  }

  private static void nothing(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }
}
