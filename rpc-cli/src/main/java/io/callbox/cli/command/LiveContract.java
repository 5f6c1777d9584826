package io.callbox.cli.command;

import io.callbox.cli.json.JsonMap;
import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.MethodContract;
import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import io.callbox.registry.NodeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The contract of a service as a node serves it now.
 *
 * @param contract the contract
 * @param document the document itself
 * @param providers the nodes that serve the service
 */
record LiveContract(ServiceContract contract, Object document, List<String> providers) {

  /**
   * Asks the nodes that serve a service for its contract, one after the other.
   *
   * @param only the node to ask; null for any
   * @return empty if they publish no contract, as a worker in another language may
   * @throws Refusal if no node serves it
   */
  static Optional<LiveContract> of(Connection connection, String service, @Nullable String only) {
    List<NodeInfo> nodes = connection.others();
    List<String> providers =
        nodes.stream()
            .filter(each -> only == null || only.equals(each.id()))
            .filter(each -> each.provides(service))
            .map(NodeInfo::id)
            .toList();
    if (providers.isEmpty()) {
      Known known = new Known(connection, nodes);
      if (only != null) {
        known.node(only);
      }
      throw known.unserved(service, only);
    }
    return told(connection, service, providers, any -> true);
  }

  /**
   * Returns every served version of a service; asks the nodes of each version one after the other.
   * A version that no node publishes is missing, with a warning.
   */
  static List<LiveContract> versions(Connection connection, String service, Output output) {
    Map<String, List<String>> providers = new TreeMap<>();
    for (NodeInfo node : connection.others()) {
      node.services().stream()
          .filter(each -> each.name().equals(service))
          .forEach(
              each ->
                  providers
                      .computeIfAbsent(each.revision(), first -> new ArrayList<>())
                      .add(node.id()));
    }
    List<LiveContract> versions = new ArrayList<>();
    providers.forEach(
        (revision, nodes) ->
            told(connection, service, nodes, each -> each.isOf(revision))
                .ifPresentOrElse(
                    versions::add,
                    () ->
                        output.warn(
                            "Those who serve revision %s of '%s' do not tell its contract: it is not compared."
                                .formatted(revision, service))));
    return versions;
  }

  private static Optional<LiveContract> told(
      Connection connection,
      String service,
      List<String> providers,
      Predicate<LiveContract> isMeant) {
    Questions questions = new Questions(connection.node(), connection.patience());
    return providers.stream()
        .map(each -> questions.contract(each, service))
        .flatMap(Optional::stream)
        .flatMap(document -> read(service, document, providers).stream())
        .filter(isMeant)
        .findFirst();
  }

  private static Optional<LiveContract> read(
      String service, Object document, List<String> providers) {
    try {
      return OpenRpc.read(JsonValues.compact(document)).stream()
          .filter(each -> each.name().equals(service))
          .findFirst()
          .map(contract -> new LiveContract(contract, document, providers));
    } catch (ContractFormatException malformed) { // another node may give a better answer
      return Optional.empty();
    }
  }

  /**
   * Returns whether it may be the revision on a node's card. If a node answers with another
   * revision, its answer does not count for the other nodes of the revision on the card.
   */
  boolean isOf(String revision) {
    return contract.revision().map(told -> told.startsWith(revision)).orElse(true);
  }

  /**
   * Returns a method.
   *
   * @throws Refusal if there is none with this name
   */
  MethodContract method(String name) {
    MethodContract method = contract.methods().get(name);
    if (method == null) {
      throw Refusal.misuse(
          contract.name() + " has no method '" + name + "'.",
          DidYouMean.among(contract.methods().keySet(), name));
    }
    return method;
  }

  /** Returns the Javadoc of a method; empty if there is none. */
  String description(String method) {
    String fullName = contract.name() + '.' + method;
    return new JsonMap(document)
        .list("methods").stream()
            .map(JsonMap::new)
            .filter(each -> each.text("name", "").equals(fullName))
            .map(LiveContract::description)
            .findFirst()
            .orElse("");
  }

  /** Returns the Javadoc of the service; empty if there is none. */
  String description() {
    JsonMap services = new JsonMap(document).object("x-services").object(contract.name());
    String told = description(services);
    return told.isEmpty() ? description(new JsonMap(document).object("info")) : told;
  }

  private static String description(JsonMap described) {
    return described.text("description", described.text("summary", ""));
  }
}
