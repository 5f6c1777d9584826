package io.callbox.deadletter;

import java.util.EnumMap;
import java.util.Map;

/** Counts what comes of a step for many dead letters. Belongs to the thread that does it. */
final class BulkCount {

  private final int total;
  private final BulkProgress progress;
  private final Map<Step, Integer> steps = new EnumMap<>(Step.class);
  private int looked;

  /**
   * Nothing has been looked at.
   *
   * @param total how many there are
   * @param progress hears how far it is
   */
  BulkCount(int total, BulkProgress progress) {
    this.total = total;
    this.progress = progress;
  }

  /** What becomes of one. */
  enum Step {
    /** The step was done. */
    DONE,
    /** Somebody else has done something about it meanwhile. */
    GONE,
    /** It cannot be done: it is on its list still. */
    LEFT
  }

  /** One more was looked at, whether the filter lets it through or not. */
  void looked() {
    looked++;
    progress.at(Math.min(looked, total), total);
  }

  /** This became of one that the filter lets through. */
  void add(Step step) {
    steps.merge(step, 1, Integer::sum);
  }

  boolean stops() {
    return progress.stops();
  }

  BulkResult result() {
    int done = of(Step.DONE);
    int left = of(Step.LEFT);
    return new BulkResult(done + of(Step.GONE) + left, done, left);
  }

  private int of(Step step) {
    return steps.getOrDefault(step, 0);
  }
}
