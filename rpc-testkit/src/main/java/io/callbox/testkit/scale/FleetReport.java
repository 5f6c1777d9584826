package io.callbox.testkit.scale;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a simulation has shown. Immutable.
 *
 * @param fleet what was simulated
 * @param loads of each master
 * @param connections how many a master has at most
 * @param medianMicros how long a call takes but for its implementation
 * @param p99Micros what one call in a hundred exceeds
 */
public record FleetReport(
    Fleet fleet, List<Load> loads, int connections, double medianMicros, double p99Micros) {

  private static final double SHOWN = 0.005;

  /** Copies what it is given. */
  public FleetReport {
    loads = List.copyOf(loads);
  }

  /**
   * Which part of its time a master is busy; more than one if it cannot keep up.
   *
   * @param byTask with what
   */
  public record Load(Map<Task, Double> byTask) {

    /** Copies what it is given. */
    public Load {
      byTask = Map.copyOf(byTask);
    }

    static Load of(Master master, double micros) {
      Map<Task, Double> parts = new EnumMap<>(Task.class);
      for (Task task : Task.values()) {
        parts.put(task, master.busyMicros(task) / micros);
      }
      return new Load(parts);
    }

    /** Which part in all. */
    public double total() {
      return byTask.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Which part with one task. */
    public double of(Task task) {
      return byTask.getOrDefault(task, 0.0);
    }
  }

  /** The master that has most to do. */
  public Load busiest() {
    return loads.stream().max(Comparator.comparing(Load::total)).orElseThrow();
  }

  /** How much an average master has to do. */
  public double average() {
    return loads.stream().mapToDouble(Load::total).average().orElse(0);
  }

  /** With what the busiest master spends most of its time. */
  public Task bottleneck() {
    return busiest().byTask().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  /** A row of a table: the fleet, then what was seen. */
  @Override
  public String toString() {
    String tasks =
        busiest().byTask().entrySet().stream()
            .filter(each -> each.getValue() >= SHOWN)
            .sorted(Map.Entry.<Task, Double>comparingByValue().reversed())
            .map(
                each -> each.getKey().name().toLowerCase(Locale.ROOT) + ' ' + part(each.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "| %d masters, %d nodes, %d calls/s, %d shards, %s cancelled, %d listeners"
            + " | %s | %s: %s | %d | %.1f / %.1f ms |",
        fleet.masters(),
        fleet.nodes(),
        fleet.callsPerSecond(),
        fleet.shards(),
        part(fleet.cancelled()),
        fleet.listeners(),
        part(average()),
        part(busiest().total()),
        tasks,
        connections,
        medianMicros / 1e3,
        p99Micros / 1e3);
  }

  private static String part(double part) {
    return String.format(Locale.ROOT, part < 0.1 && part > 0 ? "%.1f %%" : "%.0f %%", 100 * part);
  }
}
