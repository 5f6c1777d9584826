package io.callbox.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.node.RpcNode;
import io.callbox.testing.BusyTalk;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's meters make of the times that servers tell it, over a real Redis. */
@CallboxTest
final class ClientTimesTest {

  /** How far two estimates of one clock may be apart on a busy machine. */
  private static final long CLOCKS_MILLIS = 50;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @ParameterizedTest
  @ValueSource(strings = {"hello", "fail"})
  void timeInQueueIsApartFromTimeRunning(String line, Nodes nodes) {
    BusyTalk busy = new BusyTalk();
    RpcNode server = nodes.start("server", node -> node.concurrency(1), new Talk.Skeleton(busy));
    RpcNode client = nodes.start("client", node -> node.intercept(CallMeters.in(registry)));
    Talk.Stub talk = new Talk.Stub(client.channelTo(server.id()));
    busy.hold(server, talk);
    assertEquals(0, timer("callbox.client.queued", "note").count());
    talk.sayAsync(line).handle((said, failure) -> "ended").orTimeout(20, TimeUnit.SECONDS).join();
    long queued = millis(timer("callbox.client.queued", "say"));
    long ran = millis(timer("callbox.client.ran", "say"));
    assertAtLeast(BusyTalk.QUEUED, queued + CLOCKS_MILLIS);
    assertAtLeast(BusyTalk.RUNNING, ran);
    long total = millis(timer("callbox.client.calls", "say"));
    assertAtLeast(Duration.ofMillis(queued + ran), total + CLOCKS_MILLIS);
  }

  @Test
  void serverThatTellsNothingAddsNothing(RedisServer redis, Nodes nodes, Namespace namespace)
      throws Exception {
    RpcNode client = nodes.start("client", node -> node.intercept(CallMeters.in(registry)));
    try (RedisCommands foreign = RedisCommands.to(redis.port())) {
      Talk.Stub talk = new Talk.Stub(client.channelTo("foreign").waitForProvider());
      CompletableFuture<String> said = talk.sayAsync("x");
      JsonNode request =
          new ObjectMapper().readTree(foreign.pop(namespace.inbox("foreign").key(), 20));
      foreign.push(
          request.get("replyTo").asText(),
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":\"x\"}".formatted(request.get("id")));
      assertEquals("x", said.get(20, TimeUnit.SECONDS));
      assertEquals(1, timer("callbox.client.calls", "say").count());
      assertEquals(0, timer("callbox.client.queued", "say").count());
      assertEquals(0, timer("callbox.client.ran", "say").count());
    }
  }

  private Timer timer(String name, String method) {
    return registry.get(name).tags("service", "Talk", "method", method).timer();
  }

  /** How long the one call took that is in a timer. */
  private static long millis(Timer timer) {
    assertEquals(1, timer.count());
    return Math.round(timer.totalTime(TimeUnit.MILLISECONDS));
  }

  private static void assertAtLeast(Duration expected, long millis) {
    assertTrue(millis >= expected.toMillis(), millis + " ms, expected " + expected);
  }
}
