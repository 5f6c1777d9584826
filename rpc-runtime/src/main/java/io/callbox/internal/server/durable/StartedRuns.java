package io.callbox.internal.server.durable;

import io.callbox.internal.concurrent.ShortPieces;
import java.util.List;

/**
 * Runs of durable calls that have begun together. Their implementations run one after the other, as
 * those of requests that came together, unless one blocks.
 *
 * @param runs run them
 */
record StartedRuns(List<Runnable> runs) implements ShortPieces {

  @Override
  public int size() {
    return runs.size();
  }

  /** Runs one of them. A run that blocks must not keep the requests of ended runs in memory. */
  @Override
  public void performShort(int index) {
    runs.set(index, StartedRuns::started).run();
  }

  private static void started() {}
}
