package io.callbox.benchmarks.run;

import io.callbox.benchmarks.harness.Sample;
import io.callbox.benchmarks.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What figures cost: the same Callbox with nothing, with meters, with traces and with both. It runs
 * with nothing twice, so that the run itself says from what difference on one may believe it.
 */
final class Overhead {

  private static final String PLAIN = Programme.CALLBOX;
  private static final String OBSERVED = Programme.CALLBOX + "?figures=";
  private static final List<Scenario> SCENARIOS = List.of(Scenario.ASYNC_64, Scenario.BLOCKING_64);
  private static final Contest.Pace PACE =
      new Contest.Pace(7, Duration.ofMillis(1_200), Duration.ofSeconds(4));

  /** What share of the speed is to be left, and what share of the CPU the plain one is to take. */
  private static final Map<String, Double> TARGETS =
      Map.of("none", 0.97, "meters", 0.95, "traces", 0.85, "both", 0.8);

  private final Report report;

  Overhead(Report report) {
    this.report = report;
  }

  void run() {
    List<String> figures = List.of("none", "meters", "traces", "both");
    List<String> contestants =
        List.of(
            PLAIN, OBSERVED + "none", OBSERVED + "meters", OBSERVED + "traces", OBSERVED + "both");
    try (Contest contest = new Contest(contestants, PACE)) {
      Book book = contest.run(SCENARIOS);
      report.show(Tables.speed(book, SCENARIOS, contestants));
      for (Scenario scenario : SCENARIOS) {
        report.show(Tables.cost(book, scenario, contestants));
        figures.forEach(each -> compare(book, scenario, each));
      }
    }
  }

  private static void compare(Book book, Scenario scenario, String figures) {
    String name = "figures/" + scenario.name().toLowerCase(Locale.ROOT) + '/' + figures;
    double target = TARGETS.getOrDefault(figures, 1.0);
    double rate = book.paired(scenario, OBSERVED + figures, PLAIN, Sample::rate);
    double cpu = book.paired(scenario, PLAIN, OBSERVED + figures, Sample::cpuMicros);
    System.out.println(new Ratio(name + "/rate", rate, target));
    System.out.println(new Ratio(name + "/cpu", cpu, target));
  }
}
