package io.callbox.transport.redisson;

import io.callbox.transport.QueueName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.Codec;

/**
 * Runs the Lua scripts, each of which touches the keys of one Redis Cluster slot only, and counts
 * what is sent.
 */
final class Scripts {

  private static final Codec CODEC = ByteArrayCodec.INSTANCE;

  private final RedissonClient client;
  private final LongAdder sent = new LongAdder();

  Scripts(RedissonClient client) {
    this.client = client;
  }

  /** The client, for commands that are no scripts; who sends one says so. */
  RedissonClient client() {
    return client;
  }

  /** Counts a command that is sent. */
  void count() {
    sent.increment();
  }

  /** How many commands were sent. */
  long sent() {
    return sent.sum();
  }

  /** Runs a script whose answer is a number. */
  CompletionStage<Long> number(String script, List<QueueName> keys, Object... values) {
    return run(script, ReturnType.LONG, keys, values);
  }

  /** Runs a script whose answer is a list of byte strings. */
  CompletionStage<List<byte[]>> list(String script, List<QueueName> keys, Object... values) {
    return run(script, ReturnType.LIST, keys, values);
  }

  /** What stands for a number or name among the values of a script. */
  static byte[] text(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }

  private <T> CompletionStage<T> run(
      String script, ReturnType type, List<QueueName> keys, Object... values) {
    count();
    String first = keys.get(0).key();
    List<Object> names = List.copyOf(keys.stream().map(QueueName::key).toList());
    return client.getScript(CODEC).evalAsync(first, Mode.READ_WRITE, script, type, names, values);
  }
}
