package io.callbox.testkit.redis;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits until a Redis gives an expected answer, for at most a minute. */
final class Waiting {

  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private Waiting() {}

  static void until(String what, Supplier<String> question, Predicate<String> answered) {
    long end = System.nanoTime() + BOUND_NANOS;
    String answer = question.get();
    while (!answered.test(answer)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not within a minute: " + what + ":\n" + answer);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      answer = question.get();
    }
  }
}
