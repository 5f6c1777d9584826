package io.callbox.testkit.time;

/** Whether threads run, as far as can be seen from outside. */
public final class Activity {

  private Activity() {}

  /**
   * Whether a thread runs, or is about to enter a monitor. One that has just been woken may not
   * look like it yet.
   */
  public static boolean runs(Thread thread) {
    return switch (thread.getState()) {
      case NEW, RUNNABLE, BLOCKED -> true;
      case WAITING, TIMED_WAITING, TERMINATED -> false;
    };
  }
}
