package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.contract.CheckReport;
import io.callbox.contract.ContractCheck;
import io.callbox.contract.Documents;
import io.callbox.contract.Policy;
import io.callbox.contract.model.ServiceContract;
import io.callbox.node.WaitingRequest;
import io.callbox.registry.NodeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callbox contract}. */
@Command(
    name = "contract",
    description = "Compare versions of contracts, and save those that are served.",
    subcommands = {ContractCommand.Check.class, ContractCommand.Export.class})
public final class ContractCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "say 'check' or 'export'");
  }

  /** {@code callbox contract check}. */
  @Command(
      name = "check",
      description = {
        "Say what a new version breaks, and in which order to release it. Exits with 1 if it"
            + " breaks.",
        "A version is a document, a folder of them, or a folder of classes that has them."
      })
  static final class Check implements Callable<Integer> {

    private static final int MOST_WAITING = 32;

    @Mixin private final Connection connection = new Connection();
    @Mixin private final Output output = new Output();

    @Parameters(
        paramLabel = "OLD NEW",
        arity = "1..2",
        description = "The version that runs, and the new one; with --live the new one only.")
    private List<Path> versions = new ArrayList<>();

    @Option(names = "--live", description = "The versions that run are those that are served now.")
    private boolean live;

    @Option(
        names = "--policy",
        paramLabel = "POLICY",
        defaultValue = "SOME_ORDER",
        description = "What passes: ${COMPLETION-CANDIDATES}.")
    private Policy policy = Policy.SOME_ORDER;

    @Override
    public Integer call() throws IOException {
      if (versions.size() != (live ? 1 : 2)) {
        throw Refusal.misuse("Two versions are compared.", "Say OLD and NEW, or --live and NEW.");
      }
      try (connection) {
        List<ServiceContract> newer = documents(versions.get(versions.size() - 1));
        if (!live) {
          return passes(documents(versions.get(0)), newer) ? 0 : 1;
        }
        boolean passes = passesLive(newer);
        return nothingIsStranded(newer) && passes ? 0 : 1;
      }
    }

    private boolean passes(List<ServiceContract> older, List<ServiceContract> newer) {
      CheckReport report = ContractCheck.of(older, newer).allowing(policy).report();
      output.raw(output.isJson() ? report.json() + "\n" : report.text());
      return report.passes();
    }

    /**
     * Compares with the served contracts: one report for each version of a service that is served.
     */
    private boolean passesLive(List<ServiceContract> newer) {
      Map<ServiceContract, List<LiveContract>> served = new LinkedHashMap<>();
      newer.forEach(
          each -> served.put(each, LiveContract.versions(connection, each.name(), output)));
      boolean passes = true;
      int reports = served.values().stream().mapToInt(List::size).max().orElse(0);
      for (int report = 0; report < Math.max(1, reports); report++) {
        List<ServiceContract> ours = new ArrayList<>();
        List<ServiceContract> theirs = new ArrayList<>();
        for (Map.Entry<ServiceContract, List<LiveContract>> each : served.entrySet()) {
          each.getValue().stream()
              .skip(report)
              .limit(1)
              .forEach(live -> theirs.add(live.contract()));
          ours.addAll(
              report < Math.max(1, each.getValue().size()) ? Set.of(each.getKey()) : Set.of());
        }
        passes &= passes(theirs, ours);
      }
      return passes;
    }

    /**
     * Checks the waiting requests. They can wait longer than a deployment takes, so they may come
     * from callers of another version.
     */
    private boolean nothingIsStranded(List<ServiceContract> newer) {
      Set<String> stranded = new TreeSet<>();
      for (ServiceContract each : newer) {
        connection.node().waiting(each.name(), MOST_WAITING).stream()
            .map(WaitingRequest::method)
            .filter(method -> !each.methods().containsKey(afterDot(method)))
            .forEach(stranded::add);
      }
      stranded.forEach(
          each -> output.warn("Requests for " + each + " wait, which the new version lacks."));
      return stranded.isEmpty();
    }

    private static String afterDot(String method) {
      return method.substring(method.lastIndexOf('.') + 1);
    }

    private static List<ServiceContract> documents(Path place) throws IOException {
      if (!Files.exists(place)) {
        throw Refusal.misuse("There is no file or folder " + place + ".", "");
      }
      List<ServiceContract> contracts = Documents.in(place);
      if (contracts.isEmpty()) {
        throw Refusal.misuse(
            "There is no contract in " + place + ".",
            "The compiler writes them to META-INF/callbox/*.openrpc.json.");
      }
      return contracts;
    }
  }

  /** {@code callbox contract export}. */
  @Command(
      name = "export",
      description = {
        "Print the contracts that are served, or save them to a folder.",
        "--json prints one array: of the contracts, or of the files that have them."
      })
  static final class Export implements Callable<Integer> {

    @Mixin private final Connection connection = new Connection();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "All by default.")
    private List<String> services = new ArrayList<>();

    @Option(names = "--to", paramLabel = "DIR", description = "Save one document for each there.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
      List<Object> exported = new ArrayList<>();
      try (connection) {
        for (String service : services.isEmpty() ? served(connection.others()) : services) {
          Optional<LiveContract> live = LiveContract.of(connection, service, null);
          if (live.isEmpty()) {
            output.warn("Those who serve '" + service + "' do not tell its contract.");
          } else {
            exported.add(export(service, live.get().document()));
          }
        }
      }
      if (output.isJson()) {
        output.value(exported);
      }
      return 0;
    }

    private static List<String> served(List<NodeInfo> nodes) {
      TreeSet<String> served = new TreeSet<>();
      nodes.forEach(each -> each.services().forEach(it -> served.add(it.name())));
      return List.copyOf(served);
    }

    /**
     * Returns the output for programs, which is printed at the end; the output for people is
     * printed at once.
     */
    private Object export(String service, Object document) throws IOException {
      if (folder == null) {
        if (!output.isJson()) {
          output.value(document);
        }
        return document;
      }
      if (!service.matches("[\\w$.-]+") || service.startsWith(".")) {
        throw Refusal.no("'" + service + "' is no name for a file.", "Print it instead.");
      }
      Files.createDirectories(folder);
      Path file = folder.resolve(service + Documents.SUFFIX);
      Files.writeString(file, JsonValues.pretty(document) + "\n");
      output.say(file.toString());
      return file.toString();
    }
  }
}
