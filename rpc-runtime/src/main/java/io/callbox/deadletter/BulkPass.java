package io.callbox.deadletter;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.transport.QueueName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final Instant started;

  /** The letters that were looked at and stay on the list: at most as many as the list holds. */
  private final Set<String> staying = new HashSet<>();

  /** The number of letters at the old end of the list that need not be looked at again. */
  private int passed;

  private int looked;

  /**
   * Creates a pass that has not begun.
   *
   * @param started its start, by the broker's clock: letters that died later are left out
   */
  BulkPass(Predicate<DeadLetter> filter, Action action, BulkCount count, Instant started) {
    this.filter = filter;
    this.action = action;
    this.count = count;
    this.started = started;
  }

  /** An action for entries of one queue, in one step. */
  interface Action {

    /** Runs the action; throws an {@link RpcException} if nothing is known of its outcome. */
    BulkCount.Steps on(QueueName queue, List<byte[]> entries);
  }

  /**
   * Looks at the entries that were there at the start, and at no entry that has come later, even if
   * a run beside this one has replayed a letter that died again. Others may remove entries in the
   * meantime, so that the rest moves on: then it begins again, until it finds nothing new.
   *
   * @param total the number of entries at the start
   * @param pages reads entries after the given number of entries, the oldest first, at most as many
   *     as one step allows; none if there are no more
   * @throws RpcException if a step failed; everything before is counted
   */
  void through(QueueName queue, int total, IntFunction<List<byte[]>> pages) {
    int before;
    do {
      before = looked;
      passed = 0;
      once(queue, total, pages);
    } while (looked < total && looked > before && !count.stops());
  }

  private void once(QueueName queue, int total, IntFunction<List<byte[]>> pages) {
    List<byte[]> page = pages.apply(passed);
    while (!page.isEmpty() && looked < total && step(queue, total, page)) {
      page = pages.apply(passed);
    }
  }

  /**
   * Looks at entries until it is stopped. When it returns, the action has been done for all entries
   * that it has looked at.
   *
   * @return whether more entries may follow; false if it was stopped, or if all entries have come
   *     later
   */
  private boolean step(QueueName queue, int total, List<byte[]> page) {
    List<byte[]> wanted = new ArrayList<>();
    boolean later = true;
    boolean stopped = false;
    for (byte[] entry : page) {
      DeadLetter letter = DeadLetter.of(entry);
      stopped = looked == total || count.stops();
      if (stopped) {
        break;
      } else if (isLater(letter)) {
        passed++;
        continue;
      }
      later = false;
      if (staying.contains(letter.id())) {
        passed++;
        continue;
      }
      looked++;
      if (filter.test(letter)) {
        wanted.add(entry);
      } else {
        stays(letter.id());
      }
      count.looked();
    }
    act(queue, wanted);
    return !later && !stopped;
  }

  private boolean isLater(DeadLetter letter) {
    Instant at = letter.at();
    return at != null && at.isAfter(started);
  }

  private void act(QueueName queue, List<byte[]> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    BulkCount.Steps steps = tried(queue, wanted);
    for (int at = 0; at < wanted.size(); at++) {
      BulkCount.Step step = steps.each().get(at);
      count.add(step);
      if (step == BulkCount.Step.LEFT) {
        stays(DeadLetter.idOf(wanted.get(at)));
      }
    }
    RpcException failure = steps.failure();
    if (failure != null) {
      throw failure;
    }
  }

  /** Runs a step. If its answer is missing, it may have been done. */
  private BulkCount.Steps tried(QueueName queue, List<byte[]> wanted) {
    try {
      return action.on(queue, wanted);
    } catch (RpcException failed) {
      BulkCount.Step each =
          failed.executed() == Executed.NO ? BulkCount.Step.LEFT : BulkCount.Step.UNKNOWN;
      return new BulkCount.Steps(Collections.nCopies(wanted.size(), each), failed);
    }
  }

  private void stays(String id) {
    staying.add(id);
    passed++;
  }
}
