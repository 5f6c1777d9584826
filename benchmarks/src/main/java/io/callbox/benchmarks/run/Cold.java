package io.callbox.benchmarks.run;

import io.callbox.benchmarks.harness.Arrival;
import io.callbox.benchmarks.harness.Jars;
import io.callbox.benchmarks.harness.Party;
import io.callbox.benchmarks.report.Report;
import io.callbox.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures how long a contestant takes to begin in new processes, and the resources that these use
 * while nobody calls.
 */
final class Cold {

  private static final int ROUNDS = 5;
  private static final double MB = 1e6;

  private final Report report;

  Cold(Report report) {
    this.report = report;
  }

  void run(List<String> contestants) {
    Table table =
        new Table(
            "From a new process to the first answer",
            "contestant",
            "server ready, ms",
            "client to first answer, ms",
            "idle server: heap, MB",
            "threads",
            "idle client: heap, MB",
            "threads",
            "jars used",
            "MB");
    for (String contestant : contestants) {
      if (Party.canPlay(contestant)) {
        table.add(contestant, figures(contestant));
      }
    }
    report.show(table);
  }

  private static double[] figures(String contestant) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      arrivals.add(Arrival.of(contestant));
    }
    Jars jars = Jars.usedBy(contestant);
    System.out.println(contestant + ": " + String.join(", ", jars.names()));
    return new double[] {
      median(arrivals, Arrival::serverMillis),
      median(arrivals, Arrival::clientMillis),
      median(arrivals, arrival -> arrival.server().heap() / MB),
      median(arrivals, arrival -> arrival.server().threads()),
      median(arrivals, arrival -> arrival.client().heap() / MB),
      median(arrivals, arrival -> arrival.client().threads()),
      jars.names().size(),
      jars.bytes() / MB
    };
  }

  private static double median(List<Arrival> arrivals, ToDoubleFunction<Arrival> figure) {
    return arrivals.stream().mapToDouble(figure).sorted().toArray()[arrivals.size() / 2];
  }
}
