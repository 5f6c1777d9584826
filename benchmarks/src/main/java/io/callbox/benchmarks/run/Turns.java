package io.callbox.benchmarks.run;

import io.callbox.benchmarks.harness.Sample;
import io.callbox.benchmarks.report.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
   * Plays, and shows what came of it.
   *
   * @param contestants the first, and who is compared with it
   * @param targets what share of the first's calls a second some of these are to reach, and what
   *     share of their CPU the first is to take
   */
  void run(List<String> contestants, Map<String, Double> targets) {
    try (Contest contest = new Contest(contestants, pace)) {
      Book book = contest.run(scenarios);
      List<String> played = book.played(scenarios.get(0), contestants);
      report.show(Tables.speed(book, scenarios, played));
      for (Scenario scenario : scenarios) {
        report.show(Tables.cost(book, scenario, played));
      }
      String first = played.get(0);
      for (Scenario scenario : scenarios) {
        for (String one : played.subList(1, played.size())) {
          compare(book, scenario, one, first, targets.get(one));
        }
      }
    }
  }

  /** Of CPU it is the first's by the other's, so that more is better in both. */
  private static void compare(
      Book book, Scenario scenario, String one, String first, @Nullable Double target) {
    double rate = book.paired(scenario, one, first, Sample::rate);
    double cpu = book.paired(scenario, first, one, Sample::cpuMicros);
    System.out.printf(
        Locale.ROOT,
        "%s, %s to %s: calls/s %.2f (%s), CPU %.2f%n",
        scenario.title,
        one,
        first,
        rate,
        book.spread(scenario, one, first, Sample::rate),
        cpu);
    if (target != null) {
      String name = scenario.name().toLowerCase(Locale.ROOT);
      System.out.println(new Ratio(name + "/rate/" + one + '/' + first, rate, target));
      System.out.println(new Ratio(name + "/cpu/" + one + '/' + first, cpu, target));
    }
  }
}
