package io.callbox.benchmarks.run;

import io.callbox.benchmarks.driver.Load;
import io.callbox.benchmarks.driver.Load.Mode;
import io.callbox.benchmarks.driver.Load.Operation;
import io.callbox.benchmarks.harness.Party;
import io.callbox.benchmarks.harness.Sample;
import io.callbox.benchmarks.report.Report;
import io.callbox.benchmarks.report.Table;
import java.time.Duration;
import java.util.List;

/**
 * Measures the work of each master of a cluster for one service, on one queue and spread over
 * several. On a machine with fewer cores than processes, rates say nothing. The CPU time that a
 * call takes of the busiest master gives the greatest rate of calls if each master has a core.
 */
final class Masters {

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration TURN = Duration.ofSeconds(4);

  /** Of the client: the replies to one node lie on one master. */
  private static final int NODES = 12;

  private static final int OUTSTANDING = 64;
  private static final int SHARDS_TO_A_MASTER = 4;
  private static final Load LOAD = Load.of(Operation.MULTIPLY, Mode.ASYNC, NODES * OUTSTANDING);

  private final Report report;
  private final Table table =
      new Table(
          "Masters of a cluster",
          "masters, shards",
          "calls/s",
          "CPU µs",
          "of which masters",
          "of the busiest master",
          "most calls/s by that",
          "commands",
          "of the busiest master");

  Masters(Report report) {
    this.report = report;
  }

  void run() {
    measure(1, 1);
    for (int masters : List.of(3, 6)) {
      measure(masters, 1);
      measure(masters, SHARDS_TO_A_MASTER * masters);
    }
    report.show(table);
  }

  private void measure(int masters, int shards) {
    String settings = "?masters=" + masters + "&shards=" + shards + "&nodes=" + NODES;
    try (Party party = Party.of(Programme.CALLBOX + settings)) {
      party.warmUp(LOAD.lasting(WARM_UP));
      Party.Each before = party.each();
      Sample sample = party.measure(LOAD.lasting(TURN));
      Party.Each done = party.each().since(before);
      double calls = sample.client().number("calls");
      double busiest = most(done.cpuMicros()) / calls;
      table.add(
          masters + ", " + shards,
          sample.rate(),
          sample.cpuMicros(),
          sample.brokerCpuMicros(),
          busiest,
          1e6 / busiest,
          sample.commands(),
          most(done.commands()) / calls);
    }
  }

  private static double most(List<Long> each) {
    return each.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
