package io.callbox.cli.command;

import io.callbox.cli.json.JsonMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The statistics of all nodes together, by method. Immutable. */
final class FleetStats {

  private final Map<String, MethodFigures> methods = new TreeMap<>();
  private int nodes;

  private FleetStats() {}

  /** Adds up the answers of nodes to {@code rpc.stats}. */
  static FleetStats of(Map<String, JsonMap> answers) {
    FleetStats stats = new FleetStats();
    stats.nodes = answers.size();
    for (JsonMap answer : answers.values()) {
      JsonMap methods = answer.object("methods");
      for (String name : methods.members().keySet()) {
        stats
            .methods
            .computeIfAbsent(name, absent -> new MethodFigures())
            .add(methods.object(name));
      }
    }
    return stats;
  }

  /** The methods by name. */
  Map<String, MethodFigures> methods() {
    return methods;
  }

  /** Returns the figures of a method; zeros if no node has reported any. */
  MethodFigures of(String method) {
    @Nullable MethodFigures figures = methods.get(method);
    return figures == null ? new MethodFigures() : figures;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("nodes", nodes);
    Map<String, Object> byMethod = new LinkedHashMap<>();
    methods.forEach((name, method) -> byMethod.put(name, method.json()));
    json.put("methods", byMethod);
    return json;
  }
}
