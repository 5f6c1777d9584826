package io.callbox.internal.client;

import static io.callbox.internal.client.RpcClientTest.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import io.callbox.transport.redisson.RedissonTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client whose server is a person: replies late, twice, out of order, and badly. */
@CallboxTest
@Timeout(60)
final class RepliesTest {

  private String inbox;
  private RedisCommands raw;
  private RedissonTransport transport;
  private RpcClient client;

  @BeforeEach
  void start(RedisServer redis, Namespace namespace) {
    inbox = namespace.inbox("hand").key();
    raw = RedisCommands.to(redis.port());
    transport = RedissonTransport.connect(redis.uri());
    client =
        new RpcClient(
            new ClientSettings(
                "client",
                "1",
                namespace,
                Duration.ofSeconds(20),
                1 << 20,
                10_000,
                RetryPolicy.NONE,
                null),
            transport);
    client.start();
  }

  @AfterEach
  void stop() {
    client.close();
    transport.close();
    raw.close();
  }

  @Test
  void lateReplyIsDroppedAndCounted() throws Exception {
    Arith.Stub hasty =
        new Arith.Stub(
            client.channels().toNode("hand").waitForProvider(),
            CallOptions.DEFAULT.withTimeout(Duration.ofMillis(500)));
    CompletableFuture<Integer> late = hasty.multiplyAsync(7, 8);
    JsonNode request = take();
    assertFails(StatusCode.DEADLINE_EXCEEDED, () -> RpcClientTest.get(late));
    reply(request, "56");
    Await.until("the late reply", () -> client.lateReplies() == 1);
  }

  @Test
  void replyToACancelledCallIsDroppedAndCounted() throws Exception {
    CompletableFuture<Integer> call = stub().multiplyAsync(7, 8);
    JsonNode request = take();
    assertTrue(call.cancel(true));
    Await.until("the call is forgotten", () -> raw.number("LLEN", inbox) == 0);
    reply(request, "56");
    Await.until("the late reply", () -> client.lateReplies() == 1);
  }

  @Test
  void cancelledCallIsTakenBackFromItsQueue() {
    CompletableFuture<Integer> call = stub().multiplyAsync(7, 8);
    Await.until("the request", () -> raw.number("LLEN", inbox) == 1);
    call.cancel(false);
    Await.until("nothing", () -> raw.number("LLEN", inbox) == 0);
  }

  @Test
  void firstOfTwoRepliesCounts() throws Throwable {
    CompletableFuture<Integer> call = stub().multiplyAsync(7, 8);
    JsonNode request = take();
    reply(request, "56");
    reply(request, "57");
    assertEquals(56, RpcClientTest.get(call));
    Await.until("the second reply", () -> client.lateReplies() == 1);
  }

  @Test
  void repliesMayComeInAnyOrder() throws Throwable {
    CompletableFuture<Integer> first = stub().multiplyAsync(1, 1);
    JsonNode firstRequest = take();
    CompletableFuture<Integer> second = stub().multiplyAsync(2, 1);
    reply(take(), "2");
    reply(firstRequest, "1");
    assertEquals(2, RpcClientTest.get(second));
    assertEquals(1, RpcClientTest.get(first));
  }

  @Test
  void unreadableRepliesAreCountedAndEndNothing() throws Throwable {
    CompletableFuture<Integer> call = stub().multiplyAsync(7, 8);
    JsonNode request = take();
    for (String junk : new String[] {"junk", "[]", "{\"id\":17}", "{\"id\":\"nobody\"}", "{"}) {
      raw.push(request.get("replyTo").asText(), junk);
    }
    Await.until("all junk", () -> client.lateReplies() == 5);
    reply(request, "56");
    assertEquals(56, RpcClientTest.get(call));
  }

  @Test
  void replyWithAResultThatDoesNotFitIsInternal() throws Exception {
    CompletableFuture<Integer> call = stub().multiplyAsync(7, 8);
    reply(take(), "\"text\"");
    assertFails(StatusCode.INTERNAL, () -> RpcClientTest.get(call));
  }

  private Arith.Stub stub() {
    return new Arith.Stub(client.channels().toNode("hand").waitForProvider());
  }

  private JsonNode take() throws Exception {
    String request = raw.pop(inbox, 10);
    assertNotNull(request);
    return new ObjectMapper().readTree(request);
  }

  private void reply(JsonNode request, String result) {
    raw.push(
        request.get("replyTo").asText(),
        "{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"id\":" + request.get("id") + "}");
  }
}
