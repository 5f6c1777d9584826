package io.callbox.benchmarks.run;

import io.callbox.benchmarks.harness.Sample;
import io.callbox.benchmarks.report.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The tables of a contest. */
final class Tables {

  private Tables() {}

  /** Calls a second, or for one caller its median and 99th percentile. */
  static Table speed(Book book, List<Scenario> scenarios, List<String> contestants) {
    List<String> headings = new java.util.ArrayList<>(List.of("contestant"));
    for (Scenario scenario : scenarios) {
      if (scenario.isOneCaller()) {
        headings.add(scenario.title + ", median µs");
        headings.add("p99 µs");
      } else {
        headings.add(scenario.title + ", calls/s");
      }
    }
    Table table = new Table("Speed", headings.toArray(String[]::new));
    for (String contestant : contestants) {
      table.add(
          contestant,
          scenarios.stream()
              .flatMap(scenario -> figures(scenario).map(f -> book.median(scenario, contestant, f)))
              .mapToDouble(Double::doubleValue)
              .toArray());
    }
    return table;
  }

  private static java.util.stream.Stream<ToDoubleFunction<Sample>> figures(Scenario scenario) {
    return scenario.isOneCaller()
        ? java.util.stream.Stream.of(Sample::median, Sample::p99)
        : java.util.stream.Stream.of(Sample::rate);
  }

  /** Returns a table of the cost of a call at one load. */
  static Table cost(Book book, Scenario at, List<String> contestants) {
    Table table =
        new Table(
            "Cost of a call, " + at.title,
            "contestant",
            "CPU µs",
            "of which client",
            "of which broker",
            "thread waits",
            "Redis commands",
            "client bytes",
            "server bytes");
    for (String contestant : contestants) {
      table.add(
          contestant,
          book.median(at, contestant, Sample::cpuMicros),
          book.median(at, contestant, Sample::clientCpuMicros),
          book.median(at, contestant, Sample::brokerCpuMicros),
          book.median(at, contestant, Sample::waits),
          book.median(at, contestant, Sample::commands),
          book.median(at, contestant, Sample::clientBytes),
          book.median(at, contestant, Sample::serverBytes));
    }
    return table;
  }
}
