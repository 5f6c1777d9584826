package io.callbox.testkit.history;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.network.Faults;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * The product's promises, over many histories on a network that keeps few. {@code
 * -Dcallbox.testkit.runs=10000} makes it as many as a release has to pass.
 */
@Timeout(600)
final class DeliveryTest {

  private static final int RUNS = Integer.getInteger("callbox.testkit.runs", 500);
  private static final int AT_ONCE = 6;

  @Test
  void unreliableNetworkBreaksNoPromise(TestReporter reporter) {
    long start = System.nanoTime();
    Seeds.from(1, RUNS)
        .inParallel(AT_ONCE)
        .run(seed -> ThreeNodes.run(Faults.LABRPC_UNRELIABLE, seed));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    reporter.publishEntry("runs", RUNS + " in " + took.toMillis() + " ms");
  }

  @Test
  void longReorderingBreaksNoPromise() {
    Seeds.from(1, Math.max(1, RUNS / 10))
        .inParallel(AT_ONCE)
        .run(seed -> ThreeNodes.run(Faults.LABRPC_UNRELIABLE.longReordering(), seed));
  }

  @Test
  void spreadingOverOtherQueuesBreaksNoPromise() {
    Seeds.from(1, Math.max(1, RUNS / 5))
        .inParallel(AT_ONCE)
        .run(seed -> ThreeNodes.runSpread(Faults.LABRPC_UNRELIABLE, seed));
  }

  @Test
  void checkerSeesCallsThatANetworkRepeats() {
    AssertionError broken =
        assertThrows(
            AssertionError.class,
            () ->
                Seeds.from(1, 10)
                    .run(seed -> ThreeNodes.run(Faults.LABRPC_UNRELIABLE.duplicating(0.5), seed)));
    assertTrue(broken.toString().contains("ran more than once"), broken::getMessage);
    assertTrue(broken.toString().contains("-Dcallbox.seed=1"), broken::getMessage);
  }
}
