package io.callbox.internal.redisson.take;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The waits of a consumer, one for each of its queues. Failing waits rest while others do not fail.
 *
 * @param current returns the waits for its queues now
 */
record QueueWaits(Supplier<List<BlockingPop>> current) {

  /** Starts the waits that are not under way; if all are failing, also those that rest. */
  void start(Duration patience) {
    boolean all = areAllFailing();
    for (BlockingPop wait : current.get()) {
      if (all) {
        wait.startUnlessWaiting(patience);
      } else {
        wait.startUnlessResting(patience);
      }
    }
  }

  /** Returns whether each wait that is not paused has failed. */
  boolean areAllFailing() {
    for (BlockingPop wait : current.get()) {
      if (!wait.isFailing() && !wait.isPaused()) {
        return false;
      }
    }
    return true;
  }
}
