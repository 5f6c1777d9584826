package io.callbox.benchmarks.run;

import io.callbox.benchmarks.driver.Fields;
import io.callbox.benchmarks.driver.Load;
import io.callbox.benchmarks.driver.Load.Mode;
import io.callbox.benchmarks.driver.Load.Operation;
import io.callbox.benchmarks.harness.Party;
import io.callbox.benchmarks.report.Report;
import io.callbox.benchmarks.report.Table;
import java.time.Duration;
import java.util.List;

/** Latency at a fixed rate, with and without the wait that a late start hides. */
final class FixedRate {

  private static final int CALLS_PER_SECOND = 2_000;
  private static final List<String> COMPARED =
      List.of(Programme.CALLBOX, "loop-batch", "nats", "grpc", "grpc-direct", "rremote-tuned");

  private final Report report;

  FixedRate(Report report) {
    this.report = report;
  }

  void run() {
    Table table =
        new Table(
            "Latency at " + CALLS_PER_SECOND + " calls per second",
            "contestant",
            "median µs",
            "p99",
            "p99.9",
            "corrected median",
            "corrected p99",
            "corrected p99.9");
    Load load = Load.of(Operation.MULTIPLY, Mode.RATE, CALLS_PER_SECOND);
    for (String contestant : COMPARED) {
      if (Party.canPlay(contestant)) {
        try (Party party = Party.of(contestant)) {
          party.warmUp(load.lasting(Duration.ofSeconds(5)));
          Fields told = party.measure(load.lasting(Duration.ofSeconds(10))).client();
          table.add(
              contestant,
              told.number("p50"),
              told.number("p99"),
              told.number("p999"),
              told.number("cp50"),
              told.number("cp99"),
              told.number("cp999"));
        }
      }
    }
    report.show(table);
  }
}
