package io.callbox.transport;

import org.jspecify.annotations.Nullable;

/** The runs of durable calls that one worker has under way. Safe for use by many threads. */
@FunctionalInterface
public interface OwnRuns {

  /**
   * Returns the request of a run, from its begin until its outcome is written; null if the run is
   * not under way. The name of a run that is over never comes again.
   */
  byte @Nullable [] requestOf(String run);
}
