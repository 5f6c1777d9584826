package io.callbox.internal.redisson.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Worker;
import io.callbox.transport.redisson.RedissonTransport;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Responses to requests that nobody holds, beside a range that is not found. */
@CallboxTest
@Timeout(60)
final class ReplyScriptTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final QueueName replies = new QueueName("replies:caller:" + System.nanoTime());
  private final QueueName queue = new QueueName("services:Queue" + System.nanoTime());
  private final QueueName taken = queue.taken(new Worker("worker", "1"));

  @Test
  void firstRunLeavesThemToTheSecond(RedisServer redis) {
    redis.command("RPUSH", taken.key(), "b", "between", "a");
    assertEquals("[0, 1]", run(redis, "1", "to nobody", "2", "2", "a", "b", "to a", "to b"));
    assertEquals("0", redis.command("LLEN", replies.key()));
    assertEquals(
        "[3]", run(redis, "1", "to nobody", "2", "1", "a", "", "to a", "2", "1", "b", "", "to b"));
    assertEquals("[to nobody, to b, to a]", redis.command("LRANGE", replies.key(), "0", "-1"));
  }

  private String run(RedisServer redis, String... values) {
    String script = LuaScript.REPLY.form().text();
    Stream<String> call = Stream.of("EVAL", script, "2", replies.key(), taken.key(), "60000");
    return redis.command(Stream.concat(call, Stream.of(values)).toArray(String[]::new));
  }

  @Test
  void eachIsPutOnce(RedisServer redis) throws Exception {
    redis.command("RPUSH", taken.key(), "b", "between", "a");
    List<ReplyMessage> batch =
        List.of(answer("nobody", null, 0), answer("a", taken, 1), answer("b", taken, 2));
    try (RedissonTransport transport = RedissonTransport.connect(redis.uri())) {
      assertEquals(3, transport.reply(replies, batch, MINUTE).toCompletableFuture().get());
    }
    assertEquals("[to nobody, to b, to a]", redis.command("LRANGE", replies.key(), "0", "-1"));
    assertEquals("[between]", redis.command("LRANGE", taken.key(), "0", "-1"));
  }

  private ReplyMessage answer(String request, @Nullable QueueName list, long place) {
    Delivery held = new Delivery(queue, request.getBytes(UTF_8), list, place);
    return new ReplyMessage(("to " + request).getBytes(UTF_8), held);
  }
}
