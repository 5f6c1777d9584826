package io.callbox.deadletter;

import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Goes through the dead letters of a queue from the oldest on, and has the same done for all that a
 * filter lets through, many in one step. Belongs to one thread.
 */
final class BulkPass {

  private final Predicate<DeadLetter> filter;
  private final Action action;
  private final BulkCount count;

  /** How many that were looked at are on the list still, at its old end. */
  private int stay;

  BulkPass(Predicate<DeadLetter> filter, Action action, BulkCount count) {
    this.filter = filter;
    this.action = action;
    this.count = count;
  }

  /** What is done for entries of one queue, in one step. */
  interface Action {

    /** Does it. Returns what came of each, in their order. */
    List<BulkCount.Step> on(QueueName queue, List<byte[]> entries);
  }

  /**
   * Looks at so many entries: what comes meanwhile, that which dies again too, is not looked at.
   *
   * @param pages reads entries, as many as one step may be about at most, the oldest first, after
   *     so many; none if there are no more
   */
  void through(QueueName queue, int total, IntFunction<List<byte[]>> pages) {
    int looked = 0;
    List<byte[]> page = pages.apply(stay);
    while (!page.isEmpty() && looked < total) {
      int seen = step(queue, page.subList(0, Math.min(page.size(), total - looked)));
      if (seen == 0) {
        return;
      }
      looked += seen;
      page = pages.apply(stay);
    }
  }

  /** Returns how many were looked at until it was stopped; of those, all is done. */
  private int step(QueueName queue, List<byte[]> page) {
    List<byte[]> wanted = new ArrayList<>();
    int seen = 0;
    while (seen < page.size() && !count.stops()) {
      byte[] entry = page.get(seen++);
      if (filter.test(DeadLetter.of(entry))) {
        wanted.add(entry);
      } else {
        stay++;
      }
      count.looked();
    }
    if (!wanted.isEmpty()) {
      action.on(queue, wanted).forEach(this::done);
    }
    return seen;
  }

  private void done(BulkCount.Step step) {
    count.add(step);
    stay += step == BulkCount.Step.LEFT ? 1 : 0;
  }
}
