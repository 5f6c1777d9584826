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

  private static final int OUT_OF_REACH = 3;

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "Of one service only.")
  private @Nullable String service;

  @Option(names = "--node", paramLabel = "ID", description = "Of one node only.")
  private @Nullable String node;

  @Override
  public Integer call() {
    try (connection) {
      refuseUnknown(connection, service, node);
      List<String> silent = new ArrayList<>(asked(connection, service, node));
      Map<String, JsonMap> answers = answers(connection, service, node);
      silent.removeAll(answers.keySet());
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
      return silent.isEmpty() || !answers.isEmpty() ? 0 : OUT_OF_REACH;
    }
  }

  /** Refuses a service that no node serves, and a node that is not there. */
  static void refuseUnknown(
      Connection connection, @Nullable String service, @Nullable String only) {
    if (service != null) {
      new Known(connection).service(service, only);
    } else if (only != null) {
      new Known(connection).node(only);
    }
  }

  /** Returns the statistics of each node that serves, without nodes that do not answer. */
  static Map<String, JsonMap> answers(
      Connection connection, @Nullable String service, @Nullable String only) {
    List<String> asked = asked(connection, service, only);
    return new Questions(connection.node(), connection.patience()).stats(asked, service);
  }

  private static List<String> asked(
      Connection connection, @Nullable String service, @Nullable String only) {
    return connection.others().stream()
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
