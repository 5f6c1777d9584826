package io.callbox.trial;

import java.util.concurrent.TimeUnit;

/** How long something took. */
public final class Stopwatch {

  private Stopwatch() {}

  /** How many milliseconds something took. */
  public static long millisOf(Runnable something) {
    long start = System.nanoTime();
    something.run();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
