package io.callbox.cli.command;

import io.callbox.registry.NodeInfo;
import io.callbox.registry.PausedService;
import io.callbox.registry.ServiceInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A service, as its nodes describe it on their cards.
 *
 * @param name its wire name
 * @param nodes the nodes that serve it
 * @param revisions the nodes of each revision of its contract
 * @param methods its methods on all nodes
 * @param paused whether it is paused
 */
record ServiceRow(
    String name,
    List<String> nodes,
    Map<String, List<String>> revisions,
    Set<String> methods,
    boolean paused) {

  /** Returns all services by name, including paused services that no node serves. */
  static List<ServiceRow> all(Connection connection) {
    Set<String> paused =
        connection.node().pausedServices().stream()
            .map(PausedService::service)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, ServiceRow> rows = new TreeMap<>();
    paused.forEach(name -> rows.put(name, none(name, true)));
    for (NodeInfo node : connection.others()) {
      for (ServiceInfo service : node.services()) {
        rows.computeIfAbsent(service.name(), name -> none(name, false)).add(node, service);
      }
    }
    return List.copyOf(rows.values());
  }

  private static ServiceRow none(String name, boolean paused) {
    return new ServiceRow(name, new ArrayList<>(), new TreeMap<>(), new TreeSet<>(), paused);
  }

  private void add(NodeInfo node, ServiceInfo service) {
    nodes.add(node.id());
    revisions
        .computeIfAbsent(shortened(service.revision()), absent -> new ArrayList<>())
        .add(node.id());
    methods.addAll(service.methods());
  }

  private static String shortened(String revision) {
    return revision.isEmpty() ? "unknown" : revision.substring(0, Math.min(12, revision.length()));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service", name);
    json.put("nodes", nodes);
    json.put("revisions", revisions);
    json.put("methods", methods);
    json.put("paused", paused);
    return json;
  }
}
