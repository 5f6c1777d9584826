package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.time.Await;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * Members of a chunk are in Redis as one element, byte for byte, whether they were joined before or
 * on their way to the socket.
 */
@Timeout(60)
final class ElementsTest extends LargeReplies {

  private final List<byte[]> members = IntStream.range(0, 70).mapToObj(ElementsTest::call).toList();
  private final String joined = new String(Chunk.element(members), StandardCharsets.UTF_8);
  private long pushes;

  @Test
  void chunkIsWrittenMemberByMember() throws Exception {
    pushedAndAnswered();
  }

  /** Its connections join the members first. */
  @Test
  void clientOfTheUserWritesTheSame() throws Exception {
    transport.close();
    Config config = new Config();
    config.useSingleServer().setAddress(redis.directUri());
    RedissonClient client = Redisson.create(config);
    try {
      use(RedissonTransport.of(client));
      pushedAndAnswered();
    } finally {
      transport.close();
      client.shutdown();
    }
  }

  private void pushedAndAnswered() throws Exception {
    Await.until("one is pushed without a script", () -> !push());
    List<String> pushed = heldBy(QUEUE);
    assertEquals(pushes, pushed.size());
    pushed.forEach(each -> assertEquals(joined, each));
    redis.command("DEL", QUEUE.key());
    take(List.of(large(1)));
    int before = transactions();
    ReplyMessage answer = new ReplyMessage(Element.of(members), held.get(0));
    assertEquals(1, transport.reply(REPLIES, List.of(answer), MINUTE).toCompletableFuture().get());
    assertEquals(List.of(joined), heldBy(REPLIES));
    assertTrue(transactions() > before);
  }

  /** Returns whether a script has pushed it, which leaves the number of the push behind. */
  private boolean push() {
    PushOptions options = new PushOptions(true, 1_000, "caller:1:w", ++pushes, true);
    List<Element> elements = List.of(Element.of(members));
    assertEquals(
        PushResult.ALL,
        transport.pushElements(QUEUE, elements, options).toCompletableFuture().join());
    return redis.command("GET", QUEUE.pushed("caller:1:w").key()).startsWith(pushes + ":");
  }

  private List<String> heldBy(QueueName queue) {
    int length = Integer.parseInt(redis.command("LLEN", queue.key()));
    return IntStream.range(0, length)
        .mapToObj(index -> redis.command("LINDEX", queue.key(), "" + index))
        .toList();
  }

  private static byte[] call(int number) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"caller-%d\",\"replyTo\":\"replies:caller:c2.s\",\"params\":[\"%s\"]}"
        .formatted(number, "é".repeat(number))
        .getBytes(StandardCharsets.UTF_8);
  }
}
