package io.callbox.transport.redisson;

import io.callbox.transport.QueueName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RScript;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;

/** The Lua scripts, each of which touches the keys of one Redis Cluster slot only. */
final class Scripts {

  /**
   * Pushes, and lets the list live at least as long as asked: its expiry never shrinks. A list that
   * nobody takes from is bounded too.
   */
  private static final String REPLY =
      """
      local keep = tonumber(ARGV[1])
      for i = 2, #ARGV, 1000 do
        redis.call('LPUSH', KEYS[1], unpack(ARGV, i, math.min(i + 999, #ARGV)))
      end
      redis.call('LTRIM', KEYS[1], 0, 99999)
      if redis.call('PTTL', KEYS[1]) < keep then
        redis.call('PEXPIRE', KEYS[1], keep)
      end
      return 1
      """;

  private static final String TIME =
      """
      local now = redis.call('TIME')
      return now[1] * 1000 + math.floor(now[2] / 1000)
      """;

  private final RedissonClient client;

  Scripts(RedissonClient client) {
    this.client = client;
  }

  CompletionStage<Long> reply(QueueName queue, List<byte[]> messages, Duration keep) {
    Object[] values = new Object[messages.size() + 1];
    values[0] = Long.toString(keep.toMillis()).getBytes(StandardCharsets.US_ASCII);
    for (int index = 0; index < messages.size(); index++) {
      values[index + 1] = messages.get(index);
    }
    RScript script = client.getScript(ByteArrayCodec.INSTANCE);
    return script.evalAsync(
        queue.key(), Mode.READ_WRITE, REPLY, ReturnType.LONG, List.of(queue.key()), values);
  }

  /** Redis's clock, in milliseconds of the epoch. */
  CompletionStage<Long> time() {
    return client.getScript(StringCodec.INSTANCE).evalAsync(Mode.READ_ONLY, TIME, ReturnType.LONG);
  }
}
