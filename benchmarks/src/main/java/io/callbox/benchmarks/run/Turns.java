package io.callbox.benchmarks.run;

import io.callbox.benchmarks.harness.Sample;
import io.callbox.benchmarks.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Contestants by turns, each compared with the first of them: medians over the rounds of what one
 * does by what the first does in the same round. Once more the first, under another name, is the
 * measure of the run itself: a difference no larger than its own means nothing.
 */
final class Turns {

  private final Report report;
  private final List<Scenario> scenarios;
  private final Contest.Pace pace;

  Turns(Report report, List<Scenario> scenarios, Contest.Pace pace) {
    this.report = report;
    this.scenarios = scenarios;
    this.pace = pace;
  }

  /**
   * For figures to rely on: compiled before it begins, and turns too short for the machine to
   * change.
   */
  static Contest.Pace unhurried(int rounds) {
    return new Contest.Pace(rounds, Duration.ofSeconds(1), Duration.ofSeconds(12));
  }

  void run(List<String> contestants) {
    try (Contest contest = new Contest(contestants, pace)) {
      Book book = contest.run(scenarios);
      report.show(Tables.speed(book, scenarios, contestants));
      for (Scenario scenario : scenarios) {
        report.show(Tables.cost(book, scenario, contestants));
      }
      for (Scenario scenario : scenarios) {
        contestants.stream().skip(1).forEach(one -> compare(book, scenario, one, contestants));
      }
    }
  }

  /** Of CPU it is the first's by the other's, so that more is better in both. */
  private static void compare(Book book, Scenario scenario, String one, List<String> contestants) {
    String first = contestants.get(0);
    System.out.printf(
        Locale.ROOT,
        "%s, %s to %s: calls/s %.2f (%s), CPU %.2f%n",
        scenario.title,
        one,
        first,
        book.paired(scenario, one, first, Sample::rate),
        book.spread(scenario, one, first, Sample::rate),
        book.paired(scenario, first, one, Sample::cpuMicros));
  }
}
