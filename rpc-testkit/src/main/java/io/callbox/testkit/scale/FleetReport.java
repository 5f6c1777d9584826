package io.callbox.testkit.scale;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The result of a simulation. Immutable.
 *
 * @param fleet the simulated fleet
 * @param loads the load of each master
 * @param connections the maximum number of connections of a master
 * @param medianMicros the median duration of a call without its implementation
 * @param p99Micros the duration that one call in a hundred exceeds
 */
public record FleetReport(
    Fleet fleet, List<Load> loads, int connections, double medianMicros, double p99Micros) {

  private static final double SHOWN = 0.005;

  /** Copies its arguments. */
  public FleetReport {
    loads = List.copyOf(loads);
  }

  /**
   * The part of its time in which a master is busy; more than one if it cannot keep up.
   *
   * @param byTask the part for each task
   */
  public record Load(Map<Task, Double> byTask) {

    /** Copies its arguments. */
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

    /** Returns the total part. */
    public double total() {
      return byTask.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns the part for one task. */
    public double of(Task task) {
      return byTask.getOrDefault(task, 0.0);
    }
  }

  /** Returns the load of the busiest master. */
  public Load busiest() {
    return loads.stream().max(Comparator.comparing(Load::total)).orElseThrow();
  }

  /** Returns the average load. */
  public double average() {
    return loads.stream().mapToDouble(Load::total).average().orElse(0);
  }

  /** Returns the task with which the busiest master spends most of its time. */
  public Task bottleneck() {
    return busiest().byTask().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  /** Returns a row of a table: the fleet, then the result. */
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
