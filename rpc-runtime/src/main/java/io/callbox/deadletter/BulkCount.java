package io.callbox.deadletter;

import io.callbox.rpc.RpcException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the outcomes of a step for many dead letters. Belongs to the thread that runs the step.
 */
final class BulkCount {

  private final int total;
  private final BulkProgress progress;
  private final Map<Step, Integer> steps = new EnumMap<>(Step.class);
  private int looked;

  /**
   * Creates a count before the first letter.
   *
   * @param total the number of letters at the start
   * @param progress receives the progress
   */
  BulkCount(int total, BulkProgress progress) {
    this.total = total;
    this.progress = progress;
  }

  /** The outcome for one letter. */
  enum Step {
    /** The step was done. */
    DONE,
    /** Another program has replayed or dropped the letter in the meantime. */
    GONE,
    /** The step was not possible: the letter is still on its list. */
    LEFT,
    /** The broker did not say. */
    UNKNOWN
  }

  /**
   * The outcomes for some letters, in their order.
   *
   * @param failure the reason why no more can follow; null if nothing failed
   */
  record Steps(List<Step> each, @Nullable RpcException failure) {}

  /** Counts one more letter, whether the filter accepts it or not. */
  void looked() {
    looked++;
    progress.at(Math.min(looked, total), total);
  }

  /** Counts the outcome for one letter that the filter accepts. */
  void add(Step step) {
    steps.merge(step, 1, Integer::sum);
  }

  boolean stops() {
    return progress.stops();
  }

  BulkResult result(@Nullable RpcException failure) {
    int seen = steps.values().stream().mapToInt(Integer::intValue).sum();
    int unseen = Math.max(0, total - looked);
    return new BulkResult(seen, of(Step.DONE), of(Step.LEFT), of(Step.UNKNOWN), unseen, failure);
  }

  private int of(Step step) {
    return steps.getOrDefault(step, 0);
  }
}
