package io.callbox.benchmarks.work;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The work itself, the same for every contestant. */
public final class WorkService implements Work {

  private final long delayNanos;

  /**
   * A worker.
   *
   * @param delay how long it sleeps over each multiplication; zero but where fairness is measured
   */
  public WorkService(Duration delay) {
    this.delayNanos = delay.toNanos();
  }

  @Override
  public int multiply(int a, int b) {
    if (delayNanos > 0) {
      LockSupport.parkNanos(delayNanos);
    }
    return a * b;
  }

  @Override
  public Order relay(Order order) {
    return order;
  }

  @Override
  public String echo(String text) {
    return text;
  }
}
