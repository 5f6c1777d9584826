package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import io.callbox.cli.output.Table;
import io.callbox.cli.output.Table.Cell;
import io.callbox.cli.output.Tone;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callbox services}. */
@Command(
    name = "services",
    description = "List what is served, by how many nodes, and whether its contracts agree.")
public final class ServicesCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Override
  public Integer call() {
    try (connection) {
      List<ServiceRow> services = ServiceRow.all(connection);
      output.show(
          services.stream().map(ServiceRow::json).toList(),
          () -> table(services),
          "Nobody serves anything. callbox nodes lists who is there.");
      return 0;
    }
  }

  private static Table table(List<ServiceRow> services) {
    Table table = new Table("SERVICE", ">NODES", "REVISION", ">METHODS", "STATE");
    for (ServiceRow service : services) {
      table.add(
          service.name(),
          service.nodes().size(),
          revisions(service.revisions()),
          service.methods().size(),
          state(service));
    }
    return table;
  }

  private static Cell revisions(Map<String, List<String>> revisions) {
    boolean mixed = revisions.size() > 1;
    return new Cell(String.join(" and ", revisions.keySet()), mixed ? Tone.WARNING : Tone.PLAIN);
  }

  private static Cell state(ServiceRow service) {
    if (service.paused()) {
      return new Cell("paused", Tone.WARNING);
    }
    return service.revisions().size() > 1
        ? new Cell("mixed versions", Tone.WARNING)
        : new Cell("served", Tone.GOOD);
  }
}
