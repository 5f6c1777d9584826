package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.cli.output.Table;
import io.callbox.registry.SpreadService;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code callbox shards}. */
@Command(
    name = "shards",
    description = {
      "Spread a service over several queues, so that several masters of a cluster serve it.",
      "Without a number, show which services are spread, or were."
    },
    footer = {"", "  callbox shards Arith 4", "  callbox shards Arith 1"})
public final class ShardsCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "The service.")
  private @Nullable String service;

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      description = "Over how many queues: 1 to 64; 1 for its own alone.")
  private @Nullable Integer count;

  @Override
  public Integer call() {
    try (connection) {
      String named = service;
      Integer said = count;
      if (named == null || said == null) {
        show(named);
      } else {
        spread(named, said);
      }
      return 0;
    }
  }

  private void spread(String named, int said) {
    if (said < 1 || said > QueueName.MOST_SHARDS) {
      throw Refusal.misuse(
          said + " is no number of shards.",
          "Say 1 to " + QueueName.MOST_SHARDS + "; 1 for the service's own queue alone.");
    }
    connection.node().shards(named, said);
    Known known = new Known(connection);
    if (!known.isServed(named)) {
      output.warn(known.unserved(named, null).sentence());
    }
    if (output.isJson()) {
      output.value(JsonValues.object("service", named, "shards", said));
    } else if (said == 1) {
      output.say(named + " has its own queue alone; the others end when they are empty.");
    } else {
      output.say(
          named + " is spread over " + said + " queues, by the next heartbeat of each node.");
    }
  }

  private void show(@Nullable String named) {
    List<SpreadService> spread =
        connection.node().spreadServices().stream()
            .filter(each -> named == null || each.service().equals(named))
            .toList();
    if (named != null && spread.isEmpty()) {
      new Known(connection).service(named, null);
    }
    output.show(
        spread.stream()
            .map(
                each ->
                    JsonValues.object(
                        "service", each.service(),
                        "shards", each.shards(),
                        "most", each.most(),
                        "since", each.since().toString()))
            .toList(),
        () -> table(spread),
        "Each service has its own queue alone. callbox shards SERVICE N spreads one.");
  }

  private static Table table(List<SpreadService> spread) {
    Table table = new Table("SERVICE", ">SHARDS", ">AT MOST", "SINCE");
    spread.forEach(each -> table.add(each.service(), each.shards(), each.most(), each.since()));
    return table;
  }
}
