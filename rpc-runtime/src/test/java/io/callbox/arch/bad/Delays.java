package io.callbox.arch.bad;

import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Classes that delay something where no test's clock reaches it. */
public final class Delays {

  private Delays() {}

  /** By the JVM's delay thread. */
  public static final class ByExecutor {
    Executor later() {
      return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    }
  }

  /** By a future that fails. */
  public static final class ByTimeout {
    CompletableFuture<String> bounded(CompletableFuture<String> future) {
      return future.orTimeout(1, TimeUnit.SECONDS);
    }
  }

  /** By a future that ends. */
  public static final class ByDefault {
    CompletableFuture<String> bounded(CompletableFuture<String> future) {
      return future.completeOnTimeout("", 1, TimeUnit.SECONDS);
    }
  }

  /** By a timer. */
  public static final class ByTimer {
    Timer timer() {
      return new Timer(true);
    }
  }

  /** By a pool of its own. */
  public static final class ByPool {
    ScheduledThreadPoolExecutor pool() {
      return new ScheduledThreadPoolExecutor(1);
    }
  }
}
