package io.callbox.testkit.time;

/** Checks whether threads run, as far as this is visible from outside. */
public final class Activity {

  private Activity() {}

  /**
   * Returns whether a thread runs, or is about to enter a monitor. A thread that has just been
   * woken may not look like it yet.
   */
  public static boolean runs(Thread thread) {
    return switch (thread.getState()) {
      case NEW, RUNNABLE, BLOCKED -> true;
      case WAITING, TIMED_WAITING, TERMINATED -> false;
    };
  }
}
