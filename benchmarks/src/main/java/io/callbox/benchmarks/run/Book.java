package io.callbox.benchmarks.run;

import io.callbox.benchmarks.harness.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All samples of a contest. Figures are medians over its rounds. Not safe for many threads. */
final class Book {

  private final Map<Entry, List<Sample>> samples = new HashMap<>();

  private record Entry(Scenario scenario, String contestant) {}

  void add(Scenario scenario, String contestant, Sample sample) {
    samples.computeIfAbsent(new Entry(scenario, contestant), key -> new ArrayList<>()).add(sample);
  }

  /** Those of some contestants that played, and were not left out for want of a server. */
  List<String> played(Scenario scenario, List<String> contestants) {
    return contestants.stream()
        .filter(contestant -> samples.containsKey(new Entry(scenario, contestant)))
        .toList();
  }

  /** The median of a figure over the rounds; not a number if there are none. */
  double median(Scenario scenario, String contestant, ToDoubleFunction<Sample> figure) {
    return median(samples.getOrDefault(new Entry(scenario, contestant), List.of()), figure);
  }

  /** The median over the rounds of one's figure by another's of the same round. */
  double paired(Scenario scenario, String one, String other, ToDoubleFunction<Sample> figure) {
    return middle(ratios(scenario, one, other, figure));
  }

  /** The same ratio's first and third quarter. */
  String spread(Scenario scenario, String one, String other, ToDoubleFunction<Sample> figure) {
    double[] sorted = ratios(scenario, one, other, figure);
    int quarter = sorted.length / 4;
    return sorted.length == 0
        ? "none"
        : String.format(
            Locale.ROOT, "%.2f to %.2f", sorted[quarter], sorted[sorted.length - 1 - quarter]);
  }

  private double[] ratios(
      Scenario scenario, String one, String other, ToDoubleFunction<Sample> figure) {
    List<Sample> ones = samples.getOrDefault(new Entry(scenario, one), List.of());
    List<Sample> others = samples.getOrDefault(new Entry(scenario, other), List.of());
    return IntStream.range(0, Math.min(ones.size(), others.size()))
        .mapToDouble(
            round ->
                figure.applyAsDouble(ones.get(round)) / figure.applyAsDouble(others.get(round)))
        .sorted()
        .toArray();
  }

  static double median(List<Sample> of, ToDoubleFunction<Sample> figure) {
    return middle(of.stream().mapToDouble(figure).sorted().toArray());
  }

  private static double middle(double[] sorted) {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
