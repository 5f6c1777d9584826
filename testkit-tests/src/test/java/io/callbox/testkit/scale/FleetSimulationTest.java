package io.callbox.testkit.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Which limit a fleet meets first. {@code -Dcallbox.testkit.fleet=full} simulates those of {@code
 * docs/scale.md} for two seconds each, and reports the rows of its table.
 */
@Timeout(300)
final class FleetSimulationTest {

  private static final boolean FULL =
      System.getProperty("callbox.testkit.fleet", "").equals("full");
  private static final Fleet LARGE = Fleet.of(100, 10_000, 1_000_000);

  private static FleetReport run(Fleet fleet, int millis) {
    return FleetSimulation.run(fleet, Costs.ASSUMED, Duration.ofMillis(millis));
  }

  @Test
  void sameFleetHasTheSameFuture() {
    Fleet fleet = Fleet.of(3, 100, 10_000).spread(6).cancelling(0.01).heardBy(10);
    assertEquals(run(fleet, 200), run(fleet, 200));
  }

  /** A queue that is asked for more than a master can do grows without end. */
  @Test
  void serviceOnOneQueueHasOneMasterToServeIt() {
    FleetReport one = run(Fleet.of(100, 1_000, 200_000), 100);
    assertEquals(Task.REQUESTS, one.bottleneck());
    assertTrue(one.busiest().total() > 1, one::toString);
    assertTrue(one.average() < 0.15, one::toString);
    FleetReport spread = run(Fleet.of(100, 1_000, 200_000).spread(64), 100);
    assertTrue(spread.busiest().total() < 0.3, spread::toString);
    assertTrue(spread.p99Micros() < one.p99Micros() / 10, spread::toString);
  }

  /** A cluster tells a cancellation to all its masters: they do not share that work. */
  @Test
  void moreMastersDoNotHelpWithCancellations() {
    Fleet few = Fleet.of(10, 500, 50_000).spread(40).cancelling(0.2);
    Fleet many = Fleet.of(100, 500, 50_000).spread(64).cancelling(0.2);
    double before = run(few, 100).busiest().of(Task.CANCELLATIONS);
    double after = run(many, 100).busiest().of(Task.CANCELLATIONS);
    assertTrue(after > 0.5 * before, () -> before + " and " + after);
  }

  @Test
  void fleetsOfTheDocumentation(TestReporter reporter) {
    List<Fleet> fleets =
        List.of(
            Fleet.of(1, 100, 10_000).heardBy(2),
            Fleet.of(3, 1_000, 100_000).heardBy(2),
            Fleet.of(3, 1_000, 100_000).spread(12).heardBy(2),
            Fleet.of(10, 1_000, 100_000).spread(40).heardBy(2),
            LARGE.spread(64),
            LARGE.spread(64).heardBy(20),
            LARGE.spread(64).cancelling(0.001),
            LARGE.spread(64).cancelling(0.01));
    for (Fleet fleet : FULL ? fleets : fleets.subList(0, 3)) {
      FleetReport report = run(fleet, FULL ? 2_000 : 100);
      reporter.publishEntry("fleet", report.toString());
      assertTrue(report.connections() > 0, report::toString);
    }
  }
}
