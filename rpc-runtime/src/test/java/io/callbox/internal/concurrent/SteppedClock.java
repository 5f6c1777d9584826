package io.callbox.internal.concurrent;

import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock that a test moves, and whose tasks it runs. */
public final class SteppedClock implements BrokerClock {

  public final List<Runnable> tasks = new ArrayList<>();

  /** The ticks; they may be negative, as those of each clock may be. */
  public long nanos = -1;

  @Override
  public long millis() {
    return Duration.ofNanos(nanos).toMillis();
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Runnable schedule(Duration delay, Runnable task) {
    tasks.add(task);
    return () -> tasks.remove(task);
  }
}
