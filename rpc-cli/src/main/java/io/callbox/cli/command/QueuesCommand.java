package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import io.callbox.cli.output.Spans;
import io.callbox.cli.output.Table;
import io.callbox.cli.output.Table.Cell;
import io.callbox.cli.output.Tone;
import io.callbox.node.QueueStats;
import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.rpc.RpcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callbox queues}. */
@Command(
    name = "queues",
    description =
        "Show how many requests wait, for how long the oldest has, how many workers hold, and who may"
            + " take them.")
public final class QueuesCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Parameters(
      paramLabel = "SERVICE",
      arity = "0..*",
      description = "Services, where nobody may serve them now; all that are served by default.")
  private List<String> services = new ArrayList<>();

  @Option(names = "--inboxes", description = "Show the inboxes of the nodes, too.")
  private boolean inboxes;

  @Option(
      names = "--peek",
      paramLabel = "N",
      defaultValue = "0",
      description = "Show the next N requests of each service's queue, with their arguments.")
  private int peek;

  @Option(
      names = "--held",
      paramLabel = "N",
      defaultValue = "0",
      description = "Show N requests that the workers of each service hold: those that run.")
  private int held;

  /**
   * A row of the table.
   *
   * @param service the service of the queue; null for an inbox
   * @param shards the number of queues of the service
   * @param nodes the number of nodes that take from it
   * @param paused whether the service is paused
   * @param stats its length and age
   * @param held the number of elements that workers hold; null if it is not known
   * @param dead the number of its dead letters
   */
  private record Row(
      @Nullable String service,
      int shards,
      int nodes,
      boolean paused,
      QueueStats stats,
      @Nullable Integer held,
      int dead) {

    /** Returns whether there is no trace of such a service. */
    boolean isNothing() {
      return nodes == 0 && !paused && stats.length() == 0 && dead == 0;
    }
  }

  @Override
  public Integer call() {
    try (connection) {
      refuseNegative();
      List<Row> rows = rows();
      output.show(
          rows.stream().map(QueuesCommand::json).toList(),
          () -> table(rows),
          "Nobody serves anything. callbox queues SERVICE shows the queue of a service even so.");
      rows.stream().filter(each -> each.service != null).forEach(this::showRequests);
      Known known = new Known(connection);
      rows.stream().filter(Row::isNothing).forEach(each -> warn(known, each));
      return rows.stream().anyMatch(Row::isNothing) ? Refusal.OUT_OF_REACH : 0;
    }
  }

  private void warn(Known known, Row row) {
    output.warn(known.unserved(String.valueOf(row.service), null).sentence());
  }

  private void refuseNegative() {
    if (peek < 0 || held < 0) {
      throw Refusal.misuse("--peek and --held are numbers of requests, 0 for none.", "");
    }
  }

  private void showRequests(Row row) {
    QueuedRequests requests = new QueuedRequests(connection.node(), output);
    String service = String.valueOf(row.service);
    if (peek > 0) {
      requests.showWaiting(service, row.stats.queue(), peek);
    }
    if (held > 0) {
      requests.showHeld(service, row.stats.queue(), held);
    }
  }

  private List<Row> rows() {
    RpcNode node = connection.node();
    List<Row> rows = new ArrayList<>();
    ShardCounts shards = ShardCounts.of(connection);
    List<ServiceRow> served = ServiceRow.all(connection);
    for (ServiceRow each : served) {
      if (services.isEmpty() || services.contains(each.name())) {
        rows.add(row(each.name(), shards, each.nodes().size(), each.paused()));
      }
    }
    List<String> known = served.stream().map(ServiceRow::name).toList();
    services.stream()
        .filter(each -> !known.contains(each))
        .forEach(each -> rows.add(row(each, shards, 0, false)));
    if (inboxes) {
      for (NodeInfo each : connection.others()) {
        int dead = node.inboxDeadLetters(each.id()).count();
        rows.add(new Row(null, 1, 1, false, node.inbox(each.id()), null, dead));
      }
    }
    return rows;
  }

  private Row row(String service, ShardCounts shards, int nodes, boolean paused) {
    RpcNode node = connection.node();
    int dead = node.deadLetters(service).count();
    QueueStats stats = node.queue(service);
    return new Row(service, shards.of(service), nodes, paused, stats, held(service), dead);
  }

  private @Nullable Integer held(String service) {
    try {
      return connection.node().heldCount(service);
    } catch (RpcException denied) { // the rules of Redis may be older than this figure
      return null;
    }
  }

  private static Table table(List<Row> rows) {
    boolean spread = rows.stream().anyMatch(row -> row.shards > 1);
    Table table =
        spread
            ? new Table(
                "QUEUE", ">SHARDS", ">WAITING", ">OLDEST", ">HELD", ">NODES", ">DEAD", "STATE")
            : new Table("QUEUE", ">WAITING", ">OLDEST", ">HELD", ">NODES", ">DEAD", "STATE");
    for (Row row : rows) {
      List<Object> cells = new ArrayList<>(List.of(row.stats.queue()));
      if (spread) {
        cells.add(row.shards);
      }
      cells.add(row.stats.length());
      cells.add(row.stats.length() == 0 ? "-" : Spans.of(row.stats.oldest()));
      cells.add(row.held == null ? "-" : row.held);
      cells.add(row.nodes);
      cells.add(new Cell(Integer.toString(row.dead), row.dead > 0 ? Tone.BAD : Tone.PLAIN));
      cells.add(state(row));
      table.add(cells.toArray());
    }
    return table;
  }

  private static Cell state(Row row) {
    if (row.paused) {
      return new Cell("paused", Tone.WARNING);
    }
    return row.nodes == 0 ? new Cell("nobody takes", Tone.BAD) : new Cell("served", Tone.GOOD);
  }

  private static Map<String, Object> json(Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("queue", row.stats.queue());
    if (row.service != null) {
      json.put("service", row.service);
    }
    json.put("shards", row.shards);
    json.put("waiting", row.stats.length());
    json.put("oldestMs", row.stats.oldest().toMillis());
    if (row.held != null) {
      json.put("held", row.held);
    }
    json.put("nodes", row.nodes);
    json.put("dead", row.dead);
    json.put("paused", row.paused);
    return json;
  }
}
