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

/** Measures whether slow or loud callers take more than their share. */
final class Fairness {

  private static final Duration USUAL = Duration.ofMillis(10);
  private static final Duration SLOW = USUAL.multipliedBy(10);
  private static final Duration TURN = Duration.ofSeconds(4);
  private static final String NARROW = Programme.CALLBOX + "?concurrency=4";
  private static final String TWO_SERVICES = Programme.CALLBOX + "?services=2";
  private static final String OTHER_SERVICE = Programme.CALLBOX + "?call=Extra1";

  private final Report report;

  Fairness(Report report) {
    this.report = report;
  }

  void run() {
    slowWorker();
    flood();
  }

  /** Three workers, then two and one that takes ten times as long: 2.1/3 of the speed is left. */
  private void slowWorker() {
    double all = rate(List.of(USUAL, USUAL, USUAL));
    double one = rate(List.of(USUAL, USUAL, SLOW));
    double share = (2 + (double) USUAL.toNanos() / SLOW.toNanos()) / 3;
    Table table =
        new Table("Fairness, a slow worker", "workers of 4 calls at a time, 10 ms each", "calls/s");
    table.add("3 alike", all);
    table.add("2 alike, 1 ten times slower", one);
    report.show(table);
    System.out.println(new Ratio("fairness/slow-worker", one / all / share, 0.95));
  }

  private static double rate(List<Duration> delays) {
    Load load = Load.of(Operation.MULTIPLY, Mode.ASYNC, 64).lasting(TURN);
    try (Party party = Party.of(NARROW, delays)) {
      party.warmUp(load);
      return party.measure(load).rate();
    }
  }

  private void flood() {
    Load calm = Load.of(Operation.MULTIPLY, Mode.BLOCKING, 4).lasting(TURN);
    Load flood = Load.of(Operation.MULTIPLY, Mode.ASYNC, 2048).lasting(TURN.multipliedBy(2));
    Table table =
        new Table("Fairness, a flood", "4 callers of a service", "calls/s", "median µs", "p99 µs");
    try (Party party = Party.of(TWO_SERVICES, List.of(Duration.ofMillis(1)));
        Party.Guest loud = party.addClient(OTHER_SERVICE)) {
      party.warmUp(calm);
      Sample alone = party.measure(calm);
      add(table, "alone", alone);
      loud.start(flood);
      party.warmUp(calm.lasting(Duration.ofSeconds(1)));
      Sample beside = party.measure(calm);
      add(table, "beside 2048 outstanding calls of another service", beside);
      loud.finish();
      report.show(table);
      System.out.println(new Ratio("fairness/flood", beside.rate() / alone.rate(), 0.5));
    }
  }

  private static void add(Table table, String name, Sample sample) {
    table.add(name, sample.rate(), sample.median(), sample.p99());
  }
}
