package io.callbox.benchmarks.run;

import java.time.Duration;

/** Ends this process, and those it has started, if a command takes too long. */
public final class Bound {

  private Bound() {}

  /** From now on this process has so long. */
  public static void of(Duration time) {
    Thread thread = new Thread(() -> end(time), "bound");
    thread.setDaemon(true);
    thread.start();
  }

  private static void end(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return;
    }
    System.err.println("not done within " + time.toSeconds() + " s: ended");
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(1);
  }
}
