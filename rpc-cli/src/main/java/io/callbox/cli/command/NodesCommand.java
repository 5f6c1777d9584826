package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.cli.output.Spans;
import io.callbox.cli.output.Table;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.ServiceInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callbox nodes}. */
@Command(name = "nodes", description = "List who is there, and what they serve.")
public final class NodesCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Override
  public Integer call() {
    try (connection) {
      List<NodeInfo> nodes = connection.others();
      output.show(
          nodes.stream().map(NodesCommand::json).toList(),
          () -> table(nodes),
          "Nobody is there. A program that starts an RpcNode on this Redis is listed here.");
      return 0;
    }
  }

  private static Table table(List<NodeInfo> nodes) {
    Table table = new Table("NODE", "SERVES", "VERSION", "HOST", ">PROCESS", ">UP", "LABELS");
    for (NodeInfo node : nodes) {
      table.add(
          node.id(),
          node.services().stream().map(ServiceInfo::name).collect(Collectors.joining(", ")),
          node.version() == null ? "" : node.version(),
          node.place().host(),
          node.place().process(),
          Spans.of(up(node)),
          labels(node));
    }
    return table;
  }

  private static Duration up(NodeInfo node) {
    Duration up = Duration.between(node.startedAt(), Instant.now());
    return up.isNegative() ? Duration.ZERO : up;
  }

  private static String labels(NodeInfo node) {
    return new TreeMap<>(node.labels())
        .entrySet().stream()
            .map(each -> each.getKey() + '=' + each.getValue())
            .collect(Collectors.joining(" "));
  }

  static Map<String, Object> json(NodeInfo node) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("node", node.id());
    json.put("incarnation", node.incarnation());
    json.put("host", node.place().host());
    json.put("process", node.place().process());
    json.put("startedAt", node.startedAt());
    json.put("version", node.version() == null ? "" : node.version());
    json.put("labels", new TreeMap<>(node.labels()));
    Map<String, Object> services = new LinkedHashMap<>();
    for (ServiceInfo service : node.services()) {
      services.put(
          service.name(),
          JsonValues.object("revision", service.revision(), "methods", service.methods()));
    }
    json.put("services", services);
    return json;
  }
}
