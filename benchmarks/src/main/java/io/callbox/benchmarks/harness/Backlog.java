package io.callbox.benchmarks.harness;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A queue that is filled beside the one that is served, and then put in its place. */
final class Backlog {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private Backlog() {}

  static double drain(int port, String key, String message, int depth) {
    RedisWire.push(port, key + ":filled", message, depth);
    long start = System.nanoTime();
    RedisWire.ask(port, "RENAME " + key + ":filled " + key);
    while (!RedisWire.ask(port, "LLEN " + key).equals(":0")) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return depth * 1e9 / (System.nanoTime() - start);
  }
}
