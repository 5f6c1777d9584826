package io.callbox.architecture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Breaks rules about failures and time: the rules must find each. */
final class BadHabits {

  private BadHabits() {}

  /** Catches whatever there is. */
  static String anything(Runnable task) {
    try {
      task.run();
      return "done";
    } catch (Throwable anything) {
      return anything.toString();
    }
  }

  /** Catches errors, for no reason that is known. */
  static String errors(Runnable task) {
    try {
      task.run();
      return "done";
    } catch (IllegalStateException | Error broken) {
      return broken.toString();
    }
  }

  /** Has the JVM's own thread end a wait. */
  static CompletableFuture<String> delay(CompletableFuture<String> awaited) {
    return awaited.orTimeout(1, TimeUnit.MINUTES);
  }
}
