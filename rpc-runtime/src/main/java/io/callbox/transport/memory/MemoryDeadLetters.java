package io.callbox.transport.memory;

import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.QueueName;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Dead-letter lists in memory, under the lock of all lists. */
final class MemoryDeadLetters implements DeadLetterStore {

  /** The maximum number of entries in a list. */
  static final int MOST = 10_000;

  private final MemoryLists lists;
  private final MemoryLeaseStore leases;

  /** The calls of each namespace; only one of these knows a given queue. */
  private final Supplier<Collection<MemoryCalls>> calls;

  MemoryDeadLetters(
      MemoryLists lists, MemoryLeaseStore leases, Supplier<Collection<MemoryCalls>> calls) {
    this.lists = lists;
    this.leases = leases;
    this.calls = calls;
  }

  @Override
  public CompletionStage<Integer> count(QueueName queue) {
    return lists.locked(() -> lists.size(queue.dead()));
  }

  @Override
  public CompletionStage<List<byte[]>> read(
      QueueName queue, boolean oldestFirst, int from, int most) {
    return lists.locked(
        () -> {
          QueueName dead = queue.dead();
          List<byte[]> all = oldestFirst ? lists.oldestFirst(dead) : lists.content(dead);
          return MemoryLists.portion(all, from, most);
        });
  }

  @Override
  public CompletionStage<List<Replay>> replay(
      QueueName queue, List<Replacement> replacements, int maxLength) {
    return lists.locked(
        () -> replacements.stream().map(each -> replayed(queue, each, maxLength)).toList());
  }

  private Replay replayed(QueueName queue, Replacement replacement, int maxLength) {
    if (lists.size(queue) >= maxLength) {
      return Replay.FULL;
    }
    if (!lists.remove(queue.dead(), replacement.entry())) {
      return Replay.GONE;
    }
    leases.forgetClaim(queue.ran(replacement.key()));
    String call = replacement.call();
    if (call != null) {
      calls.get().forEach(each -> each.waitAgain(queue, call, replacement.keep()));
    }
    lists.pushLeft(queue, replacement.request());
    return Replay.DONE;
  }

  @Override
  public CompletionStage<List<Boolean>> drop(QueueName queue, List<byte[]> entries) {
    return lists.locked(
        () -> entries.stream().map(each -> lists.remove(queue.dead(), each)).toList());
  }
}
