package io.callbox.samples.faults;

import io.callbox.samples.cli.Command;
import io.callbox.samples.cli.CommandLine;
import io.callbox.samples.cli.UsageException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Breaks what can break, and prints a table of what became of the calls: one row for each scenario,
 * in Markdown. Ends with 1 if a promise was broken.
 */
public final class FaultsCommand implements Command {

  /** One line of help. */
  public static final String USAGE = "faults [--short] [--only NAME,NAME]";

  private static final int KEPT = 0;
  private static final int BROKEN = 1;

  private static final List<Scenario> SCENARIOS =
      Stream.of(
              RedisScenarios.all(),
              CrashScenarios.all(),
              ChunkScenarios.all(),
              ShardScenarios.all(),
              MasterScenarios.all(),
              BacklogScenario.all(),
              CallScenarios.all(),
              VirtualThreadScenarios.all(),
              DurableScenarios.all(),
              StreamScenarios.all(),
              LongStream.all(),
              ToAllScenario.all(),
              PeerScenarios.all())
          .flatMap(List::stream)
          .toList();

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err) {
    List<String> rest = new ArrayList<>(args);
    Scale scale = rest.remove("--short") ? Scale.SHORT : Scale.FULL;
    CommandLine line = CommandLine.parse(rest, Set.of("only"));
    if (!line.words().isEmpty()) {
      throw new UsageException("faults takes options only, got '" + line.words().get(0) + "'");
    }
    List<Scenario> chosen = line.option("only").map(FaultsCommand::named).orElse(SCENARIOS);
    out.println(Row.HEAD);
    int outcome = KEPT;
    for (Scenario scenario : chosen) {
      if (!isKept(scenario, scale, out, err)) {
        outcome = BROKEN;
      }
    }
    return outcome;
  }

  private static boolean isKept(Scenario scenario, Scale scale, PrintStream out, PrintStream err) {
    try (Bench bench = Bench.open(scale)) {
      List<Row> rows = scenario.breaking().run(bench);
      rows.forEach(out::println);
      if (rows.isEmpty()) {
        err.println(scenario.name() + ": cannot run here");
      }
      return rows.stream().allMatch(Row::isKept);
    } catch (Exception failure) {
      err.println(scenario.name() + ": FAILED: " + failure);
      return false;
    }
  }

  private static List<Scenario> named(String names) {
    return Stream.of(names.split(",", -1)).map(FaultsCommand::one).toList();
  }

  private static Scenario one(String name) {
    return SCENARIOS.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException("no scenario '" + name + "'; there is: " + names()));
  }

  private static String names() {
    return SCENARIOS.stream().map(Scenario::name).collect(Collectors.joining(", "));
  }
}
