package io.callbox.benchmarks.run;

import io.callbox.benchmarks.driver.Sources;
import io.callbox.benchmarks.driver.Sources.Way;
import io.callbox.benchmarks.harness.Compiled;
import io.callbox.benchmarks.report.Report;
import io.callbox.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures the time that the processor adds to a compilation. It compares with a compilation of the
 * same sources and of the generated ones, as if somebody had written these by hand. A processor
 * that only copies the same files shows how much of the time is the compiler's own. Each way is
 * tried in turn, in a new process, and compared within a round, and so are a processor that only
 * adds a round, and the processor of another jar.
 */
final class Compiling {

  /** Of what the same takes by hand, at most. */
  private static final double MOST = 1.3;

  private final Report report;
  private final int number;
  private final Map<Way, List<Compiled>> rounds = new EnumMap<>(Way.class);

  Compiling(Report report, int number) {
    this.report = report;
    this.number = number;
  }

  void run() throws IOException {
    Path folder = Files.createTempDirectory("contracts");
    Sources sources = new Sources(folder);
    try {
      sources.write();
      for (int round = 0; round < number; round++) {
        for (Way way : ways()) {
          Compiled compiled = Compiled.of(folder, way);
          System.out.println(way + " " + compiled);
          rounds.computeIfAbsent(way, first -> new ArrayList<>()).add(compiled);
        }
      }
      long[] lines = sources.lines();
      System.out.printf("lines: %d written, %d generated%n", lines[0], lines[1]);
    } finally {
      sources.delete();
    }
    show();
  }

  private void show() {
    Table table =
        new Table(
            "200 interfaces of 20 methods, compiled",
            "what",
            "new process: CPU, ms",
            "clock, ms",
            "warm: CPU, ms",
            "clock, ms");
    for (Way way : ways()) {
      table.add(
          way.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          median(way, each -> each.cold().cpuMillis()),
          median(way, each -> each.cold().millis()),
          median(way, each -> each.warm().cpuMillis()),
          median(way, each -> each.warm().millis()));
    }
    report.show(table);
    System.out.println(ratio("cold-cpu", Way.PROCESSED, each -> each.cold().cpuMillis()));
    System.out.println(ratio("warm-cpu", Way.PROCESSED, each -> each.warm().cpuMillis()));
    if (!Sources.other().isEmpty()) {
      System.out.println(ratio("other/cold-cpu", Way.OTHER, each -> each.cold().cpuMillis()));
      System.out.println(ratio("other/warm-cpu", Way.OTHER, each -> each.warm().cpuMillis()));
    }
    System.out.println(ratio("floor/cold-cpu", Way.COPIED, each -> each.cold().cpuMillis()));
    System.out.println(ratio("floor/warm-cpu", Way.COPIED, each -> each.warm().cpuMillis()));
  }

  private static List<Way> ways() {
    return Arrays.stream(Way.values())
        .filter(way -> way != Way.OTHER || !Sources.other().isEmpty())
        .toList();
  }

  /** By hand by what is compared with it, of the same round. */
  private Ratio ratio(String name, Way way, ToDoubleFunction<Compiled> figure) {
    double[] ratios = new double[number];
    for (int round = 0; round < number; round++) {
      ratios[round] =
          figure.applyAsDouble(all(Way.BY_HAND).get(round))
              / figure.applyAsDouble(all(way).get(round));
    }
    return new Ratio("compile/" + name, middle(ratios), 1 / MOST);
  }

  private double median(Way way, ToDoubleFunction<Compiled> figure) {
    return middle(all(way).stream().mapToDouble(figure).toArray());
  }

  private List<Compiled> all(Way way) {
    return rounds.getOrDefault(way, List.of());
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
