package io.callbox.deadletter;

import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Goes through the dead letters of a queue, the oldest first, and does the same action for all that
 * a filter accepts, many in one step. Belongs to one thread.
 */
final class BulkPass {

  private final Predicate<DeadLetter> filter;
  private final Action action;
  private final BulkCount count;

  /** How many of the letters that were looked at are still at the old end of the list. */
  private int stay;

  BulkPass(Predicate<DeadLetter> filter, Action action, BulkCount count) {
    this.filter = filter;
    this.action = action;
    this.count = count;
  }

  /** An action for entries of one queue, in one step. */
  interface Action {

    /** Runs the action. Returns the outcome of each entry, in their order. */
    List<BulkCount.Step> on(QueueName queue, List<byte[]> entries);
  }

  /**
   * Looks at this number of entries. If nobody else removes entries in the meantime, these are the
   * ones that were there at the start, and no entry that comes later, even if a request was
   * replayed and died again. If others remove some, or the list is full and loses its oldest, it
   * may reach as many later ones, and pass over as many that it has not looked at.
   *
   * @param pages reads entries after the given number of entries, the oldest first, at most as many
   *     as one step allows; none if there are no more
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

  /**
   * Returns how many entries it looked at before it was stopped. The action is complete for all of
   * them.
   */
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
