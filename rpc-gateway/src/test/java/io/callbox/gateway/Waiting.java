package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Awaits a condition, for ninety seconds at most. */
public final class Waiting {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Waiting() {}

  /** Until the library has told its contract, which may take a while on a busy machine. */
  static void untilContractIsKnown(Http gateway, String... headers) throws Exception {
    until(() -> gateway.get("/openrpc.json", headers).body().contains("UnknownBookException"));
  }

  /** Until a condition holds. */
  public static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        fail("it did not come to that within " + PATIENCE);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
