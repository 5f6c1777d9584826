package io.callbox.transport.redisson;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.transport.Backlog;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Looks at a queue without taking anything. */
final class BacklogScript {

  /**
   * Keys: queue. Values: how many bytes of a message to show. Answers how many wait, and the
   * beginning of the one that is taken next.
   */
  private static final String LOOK =
      """
      local oldest = redis.call('LINDEX', KEYS[1], -1)
      if not oldest then return {'0'} end
      return {tostring(redis.call('LLEN', KEYS[1])), string.sub(oldest, 1, tonumber(ARGV[1]))}
      """;

  private BacklogScript() {}

  static CompletionStage<Backlog> run(Scripts scripts, QueueName queue) {
    return RedissonTransport.translated(
        queue,
        scripts.list(LOOK, List.of(queue), Scripts.text(Backlog.BEGINNING)),
        answer -> {
          int length = Integer.parseInt(new String(answer.get(0), UTF_8));
          return new Backlog(length, length == 0 ? null : answer.get(1));
        });
  }
}
