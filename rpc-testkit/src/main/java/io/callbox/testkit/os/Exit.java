package io.callbox.testkit.os;

import java.util.concurrent.TimeUnit;

/**
 * Ends processes, and waits for their ends. It does not use {@link Process#onExit}: for a process
 * that ended some time ago, this waits for another process that has its number now, if there is
 * one.
 */
public final class Exit {

  private static final long SECONDS_OF_AN_HOUR = 3_600;

  private Exit() {}

  /** Ends a process at once, as a crash would, and waits until it has ended. */
  public static void kill(Process process) {
    process.destroyForcibly();
    await(process);
  }

  /** Waits until a process has ended. An interrupt does not end the wait, but is kept. */
  public static void await(Process process) {
    boolean ended = false;
    while (!ended) {
      ended = within(process, SECONDS_OF_AN_HOUR);
    }
  }

  /**
   * Waits until a process has ended, at most this time. An interrupt does not end the wait, but is
   * kept.
   *
   * @return whether it has ended
   */
  public static boolean within(Process process, long seconds) {
    long begin = System.nanoTime();
    long most = TimeUnit.SECONDS.toNanos(seconds);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(most - (System.nanoTime() - begin), TimeUnit.NANOSECONDS);
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
