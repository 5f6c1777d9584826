package io.callbox.transport.memory;

import io.callbox.transport.BrokerClock;
import java.util.concurrent.TimeUnit;

/** This process's own clock: what it was at the start, and the ticks since. */
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
