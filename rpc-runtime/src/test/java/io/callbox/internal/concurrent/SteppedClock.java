package io.callbox.internal.concurrent;

import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock whose tasks a test runs. */
final class SteppedClock implements BrokerClock {

  final List<Runnable> tasks = new ArrayList<>();

  @Override
  public long millis() {
    return 0;
  }

  @Override
  public long nanoTime() {
    return 0;
  }

  @Override
  public Runnable schedule(Duration delay, Runnable task) {
    tasks.add(task);
    return () -> tasks.remove(task);
  }
}
