package io.callbox.transport.redisson;

import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Dead-letter lists in Redis. Each script touches one slot. */
final class RedissonDeadLetterStore implements DeadLetterStore {

  private final Scripts scripts;

  RedissonDeadLetterStore(Scripts scripts) {
    this.scripts = scripts;
  }

  @Override
  public CompletionStage<Integer> count(QueueName queue) {
    return RedissonTransport.translated(
        queue,
        scripts.number(LuaScript.COUNT_DEAD_LETTERS, List.of(queue.dead())),
        Math::toIntExact);
  }

  @Override
  public CompletionStage<List<byte[]>> read(
      QueueName queue, boolean oldestFirst, int from, int most) {
    return RedissonTransport.translated(
        queue,
        scripts.list(
            LuaScript.READ_DEAD_LETTERS,
            List.of(queue.dead()),
            Scripts.text(from),
            Scripts.text(oldestFirst ? -1 : 1),
            Scripts.text(Math.min(most, Portion.MESSAGES)),
            Scripts.text(Portion.BYTES)),
        entries -> entries);
  }

  @Override
  public CompletionStage<Replay> replay(QueueName queue, Replacement replacement, int maxLength) {
    String call = replacement.call();
    List<QueueName> keys =
        List.of(
            queue.dead(),
            queue,
            queue.ran(replacement.key()),
            queue.call(call == null ? "" : call));
    return RedissonTransport.translated(
        queue,
        scripts.number(
            LuaScript.REPLAY_DEAD_LETTER,
            keys,
            replacement.entry(),
            replacement.request(),
            Scripts.text(maxLength),
            Scripts.text(call == null ? 0 : replacement.keep().toMillis())),
        done -> done == 1 ? Replay.DONE : done == 0 ? Replay.GONE : Replay.FULL);
  }

  @Override
  public CompletionStage<Boolean> drop(QueueName queue, byte[] entry) {
    return RedissonTransport.translated(
        queue,
        scripts.number(LuaScript.DROP_DEAD_LETTER, List.of(queue.dead()), entry),
        dropped -> dropped > 0);
  }
}
