package io.callbox.benchmarks.run;

import io.callbox.benchmarks.driver.Load;
import io.callbox.benchmarks.driver.Load.Mode;
import io.callbox.benchmarks.driver.Load.Operation;
import io.callbox.benchmarks.harness.Party;
import io.callbox.benchmarks.harness.Sample;
import io.callbox.benchmarks.report.Plot;
import io.callbox.benchmarks.report.Report;
import io.callbox.benchmarks.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** Measures how speed changes with one thing that grows. */
final class Growth {

  private static final List<String> COMPARED =
      List.of(Programme.CALLBOX, "loop-batch", "nats", "grpc-direct");
  private static final int ROUNDS = 3;
  private static final Duration TURN = Duration.ofSeconds(2);

  /** Of each server: together they are compiled no faster than one after the other. */
  private static final Duration WARM_UP = Duration.ofSeconds(8);

  private final Report report;

  Growth(Report report) {
    this.report = report;
  }

  void run() {
    overLoads("outstanding", List.of(1, 8, 64, 512), width -> async(width));
    overLoads(
        "payload bytes", List.of(16, 256, 4096, 65_536, 262_144), size -> Load.echo(size, 16));
    overParties("servers", List.of(1, 2, 4), Growth::withServers);
    overParties(
        "services",
        List.of(1, 10, 100),
        count -> Party.of(Programme.CALLBOX + "?services=" + count));
    overParties(
        "masters of a cluster",
        List.of(1, 3),
        count -> Party.of(Programme.CALLBOX + "?masters=" + count));
    drain();
  }

  private static Load async(int width) {
    return Load.of(Operation.MULTIPLY, Mode.ASYNC, width);
  }

  private static Party withServers(int count) {
    return Party.of(Programme.CALLBOX, Collections.nCopies(count, Duration.ZERO));
  }

  private void overLoads(String what, List<Integer> sizes, IntFunction<Load> load) {
    Curve curve = new Curve(what);
    for (String contestant : COMPARED) {
      if (Party.canPlay(contestant)) {
        try (Party party = Party.of(contestant)) {
          party.warmUp(load.apply(sizes.get(0)).lasting(TURN.multipliedBy(2)));
          for (int size : sizes) {
            curve.add(contestant, size, party, load.apply(size));
          }
        }
      }
    }
    curve.show(report);
  }

  private void overParties(String what, List<Integer> sizes, IntFunction<Party> parties) {
    Curve curve = new Curve(what);
    for (int size : sizes) {
      try (Party party = parties.apply(size)) {
        party.warmUp(async(256).lasting(WARM_UP.multipliedBy(party.servers())));
        curve.add(Programme.CALLBOX, size, party, async(256));
      }
    }
    curve.show(report);
  }

  private void drain() {
    Table table = new Table("Draining a queue", "messages waiting", "messages/s");
    try (Party party = Party.of(Programme.CALLBOX)) {
      party.warmUp(async(256).lasting(TURN.multipliedBy(2)));
      for (int depth : List.of(1_000, 10_000, 100_000, 1_000_000)) {
        table.add(Integer.toString(depth), party.drain(depth));
      }
    }
    report.show(table);
  }

  /** One curve for each contestant, as table and plot. */
  private static final class Curve {

    private final Table table;
    private final Plot plot;

    Curve(String what) {
      this.table =
          new Table("Growth, " + what, "contestant, " + what, "calls/s", "median µs", "CPU µs");
      this.plot = new Plot("Growth, " + what, what, "calls/s");
    }

    void add(String contestant, int size, Party party, Load load) {
      List<Sample> samples = new ArrayList<>();
      party.warmUp(load.lasting(TURN));
      for (int round = 0; round < ROUNDS; round++) {
        samples.add(party.measure(load.lasting(TURN)));
      }
      double rate = Book.median(samples, Sample::rate);
      table.add(
          contestant + ", " + size,
          rate,
          Book.median(samples, Sample::median),
          Book.median(samples, Sample::cpuMicros));
      plot.add(contestant, size, rate);
    }

    void show(Report report) {
      report.show(table);
      report.show(plot);
    }
  }
}
