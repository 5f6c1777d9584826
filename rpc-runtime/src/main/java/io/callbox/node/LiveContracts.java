package io.callbox.node;

import io.callbox.contract.compare.Comparison;
import io.callbox.contract.compare.Difference;
import io.callbox.contract.compare.Effort;
import io.callbox.contract.compare.Verdict;
import io.callbox.contract.model.ServiceContract;
import io.callbox.internal.wire.StartHint;
import io.callbox.log.Printable;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.RpcException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the contracts of a node with those that other nodes serve: at its start, and when
 * another node starts later. It asks nodes with another revision with {@code rpc.discover}: one
 * node for each revision, and at most three revisions of a service. At the start it asks them all
 * at once and waits two seconds; it does not compare nodes that do not answer.
 *
 * <p>Safe for use by many threads.
 */
final class LiveContracts {

  private static final Logger LOG = LoggerFactory.getLogger(LiveContracts.class);
  private static final int MOST_ASKED = 3;

  /** The maximum number of steps of one comparison: some tenths of a second. */
  static final int MOST_STEPS = 500_000;

  /** The maximum number of differences in a message. */
  private static final int MOST_TOLD = 50;

  /**
   * The maximum number of revisions that a node asks for in its life. A program with the right to
   * publish can name any revision.
   */
  private static final int MOST_HEARD_OF = 1_000;

  private final String self;
  private final ContractMode mode;
  private final Map<String, ServiceContract> brought;
  private final ContractsOfOthers others;
  private final MixedContracts mixed;

  /** The revisions of services that this node has asked for when their nodes started. */
  private final Set<String> heardOf = ConcurrentHashMap.newKeySet();

  /**
   * Creates it.
   *
   * @param self the node's id
   * @param mode the reaction to differences
   * @param brought the contracts that the node's skeletons were compiled from
   */
  LiveContracts(
      String self,
      ContractMode mode,
      List<ServiceContract> brought,
      ContractsOfOthers others,
      MixedContracts mixed) {
    this.self = self;
    this.mode = mode;
    this.others = others;
    this.mixed = mixed;
    this.brought =
        brought.stream()
            .filter(each -> each.origin().isPresent())
            .collect(Collectors.toMap(ServiceContract::name, Function.identity(), (a, b) -> a));
  }

  /** Returns whether there are contracts to compare, and the mode requires it. */
  boolean areCompared() {
    return mode != ContractMode.SILENT && !brought.isEmpty();
  }

  /**
   * Compares with the contracts that other nodes serve now.
   *
   * @throws IllegalStateException if this node must not serve a contract beside another node's; the
   *     message names both
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  void check(List<NodeInfo> nodes) {
    Map<Served, CompletableFuture<Optional<ServiceContract>>> told = new LinkedHashMap<>();
    for (Served other : otherVersions(nodes)) {
      told.put(other, others.of(other.node.id(), other.service.name(), false));
    }
    told.forEach((other, theirs) -> theirs.join().ifPresent(known -> judge(other, known)));
  }

  /** A version of a service that another node serves. */
  private record Served(NodeInfo node, ServiceInfo service) {}

  private List<Served> otherVersions(List<NodeInfo> nodes) {
    Map<ServiceInfo, Served> versions = new LinkedHashMap<>();
    nodes.stream()
        .filter(node -> !node.id().equals(self))
        .flatMap(node -> node.services().stream().map(service -> new Served(node, service)))
        .filter(each -> isOther(each.service.name(), each.service.revision()))
        .forEach(each -> versions.putIfAbsent(each.service, each));
    Map<String, Integer> asked = new HashMap<>();
    return versions.values().stream()
        .filter(each -> asked.merge(each.service.name(), 1, Integer::sum) <= MOST_ASKED)
        .toList();
  }

  private boolean isOther(String service, String revision) {
    ServiceContract ours = brought.get(service);
    return ours != null && ours.revision().filter(each -> each.startsWith(revision)).isEmpty();
  }

  private void judge(Served other, ServiceContract theirs) {
    ServiceContract ours = ours(other.service.name());
    Optional<Comparison> compared = Comparison.of(theirs, ours, new Effort(MOST_STEPS));
    if (compared.isEmpty()) {
      LOG.warn(
          "{} is served beside {} of node {}; they take too long to compare",
          ours.label(),
          Printable.of(theirs.label()),
          other.node.id());
      return;
    }
    Comparison comparison = compared.get();
    Verdict verdict = comparison.verdict();
    boolean unrelated = !ours.origin().equals(theirs.origin());
    if (verdict == Verdict.NEVER && (unrelated || mode == ContractMode.REFUSE)) {
      throw new IllegalStateException(
          "%s is not to be served beside %s of node %s, they do not understand each other: %s"
              .formatted(ours.label(), theirs.label(), other.node.id(), harmful(comparison)));
    }
    if (verdict == Verdict.NEVER || verdict == Verdict.CLIENTS_FIRST) {
      LOG.warn(
          "{} is served beside {} of node {}, verdict: {}. {}",
          ours.label(),
          Printable.of(theirs.label()),
          other.node.id(),
          verdict.words(),
          Printable.of(harmful(comparison)));
    }
    mixed.learn(ours, theirs, other.service.revision());
  }

  private ServiceContract ours(String service) {
    return Objects.requireNonNull(brought.get(service));
  }

  static String harmful(Comparison comparison) {
    List<String> all =
        comparison.differences().stream()
            .filter(each -> each.verdict() != Verdict.EITHER)
            .map(Difference::toString)
            .toList();
    String first = all.stream().limit(MOST_TOLD).collect(Collectors.joining(" "));
    int others = all.size() - MOST_TOLD;
    return others > 0 ? first + " And " + others + " others." : first;
  }

  /**
   * Reports waiting requests that this node cannot serve, unless other nodes can.
   *
   * @param misfits a sentence for each
   * @throws IllegalStateException if there are any, and the mode is {@link ContractMode#REFUSE}
   */
  void checkWaiting(List<String> misfits) {
    if (misfits.isEmpty()) {
      return;
    }
    String all = Printable.of(String.join("; ", misfits));
    if (mode == ContractMode.REFUSE) {
      throw new IllegalStateException("requests wait that node " + self + " cannot serve: " + all);
    }
    LOG.warn("requests wait that node {} cannot serve: {}", self, all);
  }

  /**
   * Compares with the contracts of a node that starts now, a little later. This neither waits nor
   * fails. It only affects which node serves a request.
   */
  void started(StartHint node) {
    if (!node.node().equals(self)) {
      node.revisions().forEach((service, revision) -> started(node.node(), service, revision));
    }
  }

  private void started(String node, String service, String revision) {
    if (!isOther(service, revision)) {
      return;
    }
    String version = service + ' ' + revision;
    if (heardOf.contains(version)) {
      mixed.lookAgain();
    } else if (heardOf.size() < MOST_HEARD_OF && heardOf.add(version)) {
      ask(node, service, revision);
    }
  }

  private void ask(String node, String service, String revision) {
    others
        .of(node, service, true)
        .thenAccept(
            told -> {
              told.ifPresent(theirs -> mixed.learn(ours(service), theirs, revision));
              if (told.isEmpty()) {
                heardOf.remove(service + ' ' + revision);
              }
            });
  }
}
