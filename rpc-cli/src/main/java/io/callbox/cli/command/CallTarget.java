package io.callbox.cli.command;

import io.callbox.contract.model.MethodContract;
import io.callbox.contract.model.Schema;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the call from the command line, and checks it. */
final class CallTarget {

  @Parameters(index = "0", paramLabel = "METHOD", description = "Service.method")
  private String method = "";

  @Parameters(
      index = "1..*",
      paramLabel = "ARGS",
      description = {
        "One JSON object or array, - for standard input, @file; or name=value for each.",
      })
  private List<String> words = new ArrayList<>();

  @Option(names = "--node", paramLabel = "ID", description = "Call this node, by its inbox.")
  private @Nullable String node;

  @Option(names = "--header", paramLabel = "NAME=VALUE", description = "Send a header along.")
  private Map<String, String> headers = new LinkedHashMap<>();

  @Option(names = "--wait", description = "Wait for a provider, if there is none.")
  private boolean waits;

  @Option(
      names = "--unchecked",
      description = "Do not hold the arguments against the contract before they are sent.")
  private boolean unchecked;

  /** Returns the checked call. */
  RemoteCall call(Connection connection) throws IOException {
    Target target = Target.method(method);
    boolean known = !unchecked && (!waits || isServed(connection, target.service()));
    Optional<LiveContract> live =
        known ? LiveContract.of(connection, target.service(), node) : Optional.empty();
    Optional<MethodContract> contract = live.map(it -> it.method(String.valueOf(target.method())));
    contract.ifPresent(CallTarget::refuseStream);
    Map<String, Schema> types = live.map(it -> it.contract().types()).orElse(Map.of());
    Object params = new Arguments(contract, types).read(words, System.in);
    contract.ifPresent(it -> check(it, types, params));
    RpcChannel channel =
        node == null ? connection.node().channelToAny() : connection.node().channelTo(node);
    return RemoteCall.of(
        waits ? channel.waitForProvider() : channel, target, contract, params, options(connection));
  }

  private static void refuseStream(MethodContract contract) {
    if (contract.traits().streams()) {
      throw Refusal.misuse(
          contract.name() + " returns a stream, which this command cannot read.",
          "Use a stub, or callbox gateway: curl -N -H 'Accept: text/event-stream' shows its items.");
    }
  }

  private static boolean isServed(Connection connection, String service) {
    return connection.others().stream().anyMatch(each -> each.provides(service));
  }

  private CallOptions options(Connection connection) {
    if (headers.containsKey("")) {
      throw Refusal.misuse("A header has no name.", "Write --header NAME=VALUE.");
    }
    CallOptions options = CallOptions.DEFAULT.replacingHeaders(headers);
    return connection.timeout() == null ? options : options.withTimeout(connection.timeout());
  }

  private void check(MethodContract contract, Map<String, Schema> types, @Nullable Object params) {
    List<String> problems = ArgumentCheck.problems(contract, types, params);
    if (!problems.isEmpty()) {
      throw Refusal.misuse(String.join("\n", problems), ContractText.signature(contract));
    }
  }
}
