package io.callbox.internal.client.push;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.concurrent.TaskScheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Moves requests that wait behind a push that hangs to another lane. It looks by itself, because
 * perhaps no further call comes that would find them. It looks only while pushes to spread services
 * are under way, and until it is closed. Safe for use by many threads.
 */
final class HangingPushes implements AutoCloseable {

  private final ShardChoice choice;
  private final PushBatcher<Route, OutgoingRequest> batcher;
  private final TaskScheduler later;

  /** Guard against race between threads that push: one of them has the look made. */
  private final AtomicBoolean watching = new AtomicBoolean();

  private volatile boolean closed;

  HangingPushes(
      ShardChoice choice, PushBatcher<Route, OutgoingRequest> batcher, TaskScheduler later) {
    this.choice = choice;
    this.batcher = batcher;
    this.later = later;
  }

  /** Begins to look, because a push is under way. */
  void watch() {
    if (!closed && !watching.get() && watching.compareAndSet(false, true)) {
      later.run(pause(), this::look);
    }
  }

  /**
   * Returns the interval between looks. A push that hangs is found soon after it counts as hanging.
   */
  private static Duration pause() {
    return ShardChoice.HANGS.plusMillis(1);
  }

  private void look() {
    watching.set(false);
    for (Route lane : choice.hanging()) {
      Route other = choice.lane(lane.lane(0));
      if (!other.equals(lane)) {
        batcher.move(lane, other);
      }
    }
    if (choice.isAnyUnderWay()) {
      watch();
    }
  }

  /** Ends the looks. Close this before the scheduler: a closed scheduler runs each look at once. */
  @Override
  public void close() {
    closed = true;
  }
}
