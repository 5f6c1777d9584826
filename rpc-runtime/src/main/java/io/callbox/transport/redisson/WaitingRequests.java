package io.callbox.transport.redisson;

import static io.callbox.transport.redisson.RedissonTransport.translated;

import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Requests that wait in a queue: reads, withdraws and replaces them. Safe for many threads. */
final class WaitingRequests {

  /** How many requests are searched for one at most: the search is linear. */
  private static final int SEARCHED = 10_000;

  private static final byte[] NOTHING = {};

  private final Scripts scripts;

  WaitingRequests(Scripts scripts) {
    this.scripts = scripts;
  }

  CompletionStage<Boolean> withdraw(QueueName queue, byte[] message) {
    CompletionStage<Long> removed =
        scripts.number(
            LuaScript.WITHDRAW, List.of(queue, queue.attempts()), message, Scripts.text(SEARCHED));
    return translated(queue, removed, count -> count > 0);
  }

  CompletionStage<Boolean> replace(QueueName queue, byte[] message, byte @Nullable [] instead) {
    CompletionStage<Long> replaced =
        scripts.number(
            LuaScript.REPLACE,
            List.of(queue),
            Scripts.text(SEARCHED),
            message,
            instead == null ? NOTHING : instead);
    return translated(queue, replaced, count -> count > 0);
  }

  CompletionStage<List<byte[]>> list(QueueName queue, int messages, int bytes) {
    CompletionStage<List<byte[]>> found =
        scripts.list(
            LuaScript.HELD,
            List.of(queue),
            Scripts.text(0),
            Scripts.text(messages),
            Scripts.text(bytes));
    return translated(queue, found, list -> list);
  }
}
