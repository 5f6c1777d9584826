package io.callbox.transport.memory;

import io.callbox.transport.BrokerClock;
import java.util.concurrent.TimeUnit;

/** This process's own clock: the time at the start, plus the ticks since then. */
final class LocalClock implements BrokerClock {

  private final long startMillis = System.currentTimeMillis();
  private final long startNanos = System.nanoTime();

  @Override
  public long millis() {
    return startMillis + TimeUnit.NANOSECONDS.toMillis(nanoTime() - startNanos);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }
}
