package io.callbox.benchmarks.run;

import io.callbox.benchmarks.driver.Load;
import io.callbox.benchmarks.driver.Load.Mode;
import io.callbox.benchmarks.driver.Load.Operation;
import io.callbox.benchmarks.harness.Party;
import io.callbox.benchmarks.report.Plot;
import io.callbox.benchmarks.report.Report;
import io.callbox.benchmarks.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how fast a contestant is from its first call on, as a user who has just started meets
 * it.
 */
final class Start {

  private static final Duration SLICE = Duration.ofMillis(500);
  private static final int SLICES = 60;

  /** Long enough to begin one call on a busy machine; the first is the slowest. */
  private static final Duration FIRST = Duration.ofMillis(50);

  /** Of the steady rate, which is the median of the last quarter. */
  private static final double NEARLY = 0.9;

  /** A half of what it took before chunks travelled whole, in seconds. */
  private static final double TARGET = 12.5;

  private final Report report;

  Start(Report report) {
    this.report = report;
  }

  void run(List<String> contestants) {
    Table table =
        new Table(
            "From the first call on",
            "contestant",
            "first call, ms",
            "calls/s in the first second",
            "after 5 s",
            "after 15 s",
            "steady",
            "s to 90 % of steady");
    Plot plot = new Plot("Speed from the first call on", "seconds", "calls/s");
    List<Ratio> ratios = new ArrayList<>();
    for (String contestant : contestants) {
      if (Party.canPlay(contestant)) {
        try (Party party = Party.of(contestant)) {
          double seconds = run(party, table, plot);
          if (contestant.equals(Programme.CALLBOX)) {
            ratios.add(new Ratio("start/seconds-of-12.5", TARGET / seconds, 1));
          }
        }
      }
    }
    report.show(table);
    report.show(plot);
    ratios.forEach(System.out::println);
  }

  /** Answers after how many seconds it was nearly as fast as it became. */
  private static double run(Party party, Table table, Plot plot) {
    Load one = Load.of(Operation.MULTIPLY, Mode.BLOCKING, 1).lasting(FIRST);
    double first = party.measure(one).client().number("max") / 1_000;
    Load load = Load.of(Operation.MULTIPLY, Mode.ASYNC, 64).lasting(SLICE);
    List<Double> rates = new ArrayList<>();
    for (int slice = 1; slice <= SLICES; slice++) {
      double rate = party.measure(load).rate();
      rates.add(rate);
      plot.add(party.contestant(), seconds(slice), rate);
    }
    double steady = steady(rates);
    double seconds = seconds(reached(rates, NEARLY * steady));
    table.add(
        party.contestant(),
        first,
        (rates.get(0) + rates.get(1)) / 2,
        rates.get(10),
        rates.get(30),
        steady,
        seconds);
    return seconds;
  }

  private static double steady(List<Double> rates) {
    List<Double> last = rates.subList(SLICES * 3 / 4, SLICES).stream().sorted().toList();
    return last.get(last.size() / 2);
  }

  /** After how many slices two in a row were as fast as that, in the mean. */
  private static int reached(List<Double> rates, double rate) {
    for (int at = 1; at < rates.size(); at++) {
      if ((rates.get(at - 1) + rates.get(at)) / 2 >= rate) {
        return at + 1;
      }
    }
    return rates.size();
  }

  private static double seconds(int slices) {
    return slices * SLICE.toMillis() / 1_000.0;
  }
}
