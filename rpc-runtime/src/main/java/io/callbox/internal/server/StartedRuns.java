package io.callbox.internal.server;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.internal.concurrent.TaskSequence;
import java.util.List;

/**
 * Runs of durable calls that have begun together. Their implementations run one after the other, as
 * those of requests that came together, unless one blocks.
 *
 * @param runs run them
 */
record StartedRuns(List<Runnable> runs) implements TaskSequence.Pieces {

  @Override
  public int size() {
    return runs.size();
  }

  @Override
  public void entered() {
    AdaptiveExecutor.doesTogether(size());
  }

  @Override
  public void left() {
    AdaptiveExecutor.doesTogether(1);
  }

  /**
   * Short runs end in one step with others, as tasks of their own do. One that blocks keeps no
   * requests of those that have ended.
   */
  @Override
  public void perform(int index) {
    runs.set(index, StartedRuns::started).run();
    AdaptiveExecutor.endedOneOfSeveral();
  }

  private static void started() {}
}
