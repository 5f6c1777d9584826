package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.AckMode;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Broken messages through real queues: the server goes on, and every permit comes back. */
@CallboxTest
@Timeout(120)
final class QueueFuzzTest {

  private static final long SEED = 20251121;
  private static final int ROUNDS = 30;
  private static final int MESSAGES = 100;
  private static final int CONCURRENCY = 2;

  private static final List<String> SAMPLES =
      List.of(
          "{\"jsonrpc\":\"2.0\",\"id\":\"n1-7f3a-42\",\"method\":\"Arith.multiply\","
              + "\"replyTo\":\"replies:n1:7f3a\",\"deadline\":1763679600123,\"from\":\"n1\","
              + "\"headers\":{\"t\":\"00-4b\"},\"params\":{\"a\":7,\"b\":8}}",
          "{\"params\":[7,8],\"id\":17,\"method\":\"multiply\",\"jsonrpc\":\"2.0\"}",
          "[{\"jsonrpc\":\"2.0\",\"method\":\"Arith.multiply\",\"params\":[1,2],\"id\":1},"
              + "{\"params\":{\"a\":[1]},\"jsonrpc\":\"2.0\",\"method\":\"b\",\"id\":null},1]",
          "{\"jsonrpc\":\"2.0\",\"id\":\"c-1\",\"result\":56}",
          "{\"jsonrpc\":\"2.0\",\"id\":\"a:b\",\"method\":\"rpc.discover\",\"replyTo\":\"nodes:x:y\"}",
          "[".repeat(2_000),
          "{\"a\":".repeat(2_000),
          "");

  @ParameterizedTest
  @EnumSource(AckMode.class)
  void brokenMessagesNeitherEndTheLoopNorKeepAPermit(
      AckMode mode, RedisServer redis, Nodes nodes, Namespace namespace) {
    nodes.start(
        "server",
        node -> node.concurrency(CONCURRENCY).acknowledge(mode),
        new Arith.Skeleton((a, b) -> a * b));
    RpcNode client = nodes.start("client");
    QueueName service = namespace.service("Arith");
    QueueName inbox = namespace.inbox("server");
    try (Transport transport = RedissonTransport.connect(redis.directUri())) {
      pushBroken(transport, service, inbox);
    }
    awaitEmpty(redis, service);
    awaitEmpty(redis, inbox);
    Arith arith = new Arith.Stub(client.channelTo("server"));
    for (int factor = 0; factor < 10 * CONCURRENCY; factor++) {
      assertEquals(3 * factor, arith.multiply(factor, 3));
    }
    assertNothingHeld(redis, namespace);
  }

  private static void pushBroken(Transport transport, QueueName service, QueueName inbox) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<byte[]> messages = new ArrayList<>();
      for (int message = 0; message < MESSAGES; message++) {
        messages.add(broken(random));
      }
      PushOptions admission = new PushOptions(true, Integer.MAX_VALUE, "fuzz", round);
      transport
          .push(round % 2 == 0 ? service : inbox, messages, admission)
          .toCompletableFuture()
          .join();
    }
  }

  /** A sample with a few bytes changed, doubled or cut away. */
  private static byte[] broken(Random random) {
    byte[] message = SAMPLES.get(random.nextInt(SAMPLES.size())).getBytes(StandardCharsets.UTF_8);
    for (int change = random.nextInt(5); change > 0 && message.length > 0; change--) {
      int at = random.nextInt(message.length);
      switch (random.nextInt(4)) {
        case 0 -> message[at] = (byte) random.nextInt(256);
        case 1 -> message[at] = (byte) "{}[]\",:0\\".charAt(random.nextInt(9));
        case 2 -> message = Arrays.copyOf(message, at);
        default -> message = doubled(message, at);
      }
    }
    return message;
  }

  private static byte[] doubled(byte[] message, int from) {
    byte[] longer = Arrays.copyOf(message, 2 * message.length - from);
    System.arraycopy(message, from, longer, message.length, message.length - from);
    return longer;
  }

  private static void awaitEmpty(RedisServer redis, QueueName queue) {
    Await.until(queue + " is empty", () -> redis.command("LLEN", queue.key()).equals("0"));
  }

  /** Nothing is left over but what expires by itself. */
  private static void assertNothingHeld(RedisServer redis, Namespace namespace) {
    String held = "*" + namespace.prefix() + "*:taken:*";
    Await.until("nothing is held", () -> redis.command("KEYS", held).equals("[]"));
    long limit = Duration.ofMinutes(2).toSeconds();
    String keys = redis.command("KEYS", namespace.prefix() + "nodes:*").replaceAll("[\\[\\]]", "");
    for (String key : keys.isEmpty() ? List.<String>of() : List.of(keys.split(", "))) {
      long left = Long.parseLong(redis.command("TTL", key));
      assertTrue(left != -1 && left < limit, () -> key + " lives for " + left + " s");
    }
  }
}
