package io.callbox.internal.redisson.store;

import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Dead-letter lists in Redis. Each script touches one slot. */
public final class RedissonDeadLetterStore implements DeadLetterStore {

  private final Scripts scripts;

  public RedissonDeadLetterStore(Scripts scripts) {
    this.scripts = scripts;
  }

  @Override
  public CompletionStage<Integer> count(QueueName queue) {
    return Answers.translated(
        queue,
        scripts.number(LuaScript.COUNT_DEAD_LETTERS, List.of(queue.dead())),
        Math::toIntExact);
  }

  @Override
  public CompletionStage<List<byte[]>> read(
      QueueName queue, boolean oldestFirst, int from, int most) {
    return Answers.translated(
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
  public CompletionStage<List<Replay>> replay(
      QueueName queue, List<Replacement> replacements, int maxLength) {
    List<QueueName> keys = new ArrayList<>(List.of(queue.dead(), queue));
    List<byte[]> values = new ArrayList<>(List.of(Scripts.text(maxLength)));
    for (Replacement each : replacements) {
      String call = each.call();
      keys.add(queue.ran(each.key()));
      keys.add(queue.call(call == null ? "" : call));
      values.add(each.entry());
      values.add(each.request());
      values.add(Scripts.text(call == null ? 0 : each.keep().toMillis()));
    }
    return Answers.translated(
        queue,
        scripts.list(LuaScript.REPLAY_DEAD_LETTERS, keys, values.toArray()),
        done -> done.stream().map(RedissonDeadLetterStore::outcome).toList());
  }

  private static Replay outcome(byte[] answer) {
    long number = Answers.number(answer);
    return number == 1 ? Replay.DONE : number == 0 ? Replay.GONE : Replay.FULL;
  }

  @Override
  public CompletionStage<List<Boolean>> drop(QueueName queue, List<byte[]> entries) {
    return Answers.translated(
        queue,
        scripts.list(LuaScript.DROP_DEAD_LETTERS, List.of(queue.dead()), entries.toArray()),
        dropped -> dropped.stream().map(each -> Answers.number(each) > 0).toList());
  }
}
