package io.callbox.cli.command;

import io.callbox.cli.json.JsonMap;
import io.callbox.cli.output.Output;
import io.callbox.cli.output.Table;
import io.callbox.registry.NodeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callbox stats}. */
@Command(name = "stats", description = "Show what has been served since the nodes started.")
public final class StatsCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "Of one service only.")
  private @Nullable String service;

  @Option(names = "--node", paramLabel = "ID", description = "Of one node only.")
  private @Nullable String node;

  @Override
  public Integer call() {
    try (connection) {
      List<String> asked = asked(connection, service, node);
      Map<String, JsonMap> answers = answers(connection, asked, service);
      List<String> silent = new ArrayList<>(asked);
      silent.removeAll(answers.keySet());
      if (!silent.isEmpty()) { // a node that has left in the meantime is not stuck
        silent.retainAll(connection.others().stream().map(NodeInfo::id).toList());
      }
      FleetStats stats = FleetStats.of(answers);
      output.show(
          stats.json(),
          () -> table(stats),
          silent.isEmpty()
              ? "Nobody serves anything. callbox nodes lists who is there."
              : "No node has answered.");
      if (!silent.isEmpty()) {
        output.warn(
            "No answer from "
                + String.join(", ", silent)
                + ": busy, perhaps stuck. callbox queues SERVICE --held 5 shows what workers hold.");
      }
      return silent.isEmpty() || !answers.isEmpty() ? 0 : Refusal.OUT_OF_REACH;
    }
  }

  /** Refuses a service that no node serves, and a node that is not there. */
  static void refuseUnknown(
      Connection connection, @Nullable String service, @Nullable String only) {
    refuseUnknown(new Known(connection), service, only);
  }

  private static void refuseUnknown(Known known, @Nullable String service, @Nullable String only) {
    if (service != null) {
      known.service(service, only);
    } else if (only != null) {
      known.node(only);
    }
  }

  /** Returns the statistics of each node that serves, without nodes that do not answer. */
  static Map<String, JsonMap> answers(Connection connection, @Nullable String service) {
    return answers(connection, serving(connection.others(), service, null), service);
  }

  private static Map<String, JsonMap> answers(
      Connection connection, List<String> asked, @Nullable String service) {
    return new Questions(connection.node(), connection.patience()).stats(asked, service);
  }

  private static List<String> asked(
      Connection connection, @Nullable String service, @Nullable String only) {
    List<NodeInfo> nodes = connection.others();
    refuseUnknown(new Known(connection, nodes), service, only);
    return serving(nodes, service, only);
  }

  private static List<String> serving(
      List<NodeInfo> nodes, @Nullable String service, @Nullable String only) {
    return nodes.stream()
        .filter(each -> service == null ? !each.services().isEmpty() : each.provides(service))
        .map(NodeInfo::id)
        .filter(each -> only == null || only.equals(each))
        .toList();
  }

  private static Table table(FleetStats stats) {
    Table table =
        new Table(
            "METHOD",
            ">CALLS",
            ">ERRORS",
            ">RUNNING",
            ">QUEUED p50",
            ">p99",
            ">RAN p50",
            ">p99",
            "LAST ERROR");
    stats.methods().forEach((name, method) -> table.add(method.row(name)));
    return table;
  }
}
