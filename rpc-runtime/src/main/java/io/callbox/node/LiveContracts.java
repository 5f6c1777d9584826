package io.callbox.node;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.contract.compare.Comparison;
import io.callbox.contract.compare.Difference;
import io.callbox.contract.compare.Verdict;
import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import io.callbox.internal.client.RpcClient;
import io.callbox.json.Json;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeRegistry;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the contracts that a node brings with those that others serve, once, at its start. A
 * node of another revision is asked with {@code rpc.discover}; of those that serve the same
 * revision, one is. Waits for an answer two seconds at most, and for all of them six: who does not
 * answer is not compared.
 */
final class LiveContracts {

  private static final Logger LOG = LoggerFactory.getLogger(LiveContracts.class);
  private static final int MOST_ASKED = 3;
  private static final CallOptions OPTIONS = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(2));
  private static final MethodDescriptor<String> DISCOVER =
      MethodDescriptor.named("rpc", "discover")
          .idempotent()
          .returning(
              in -> {
                StringWriter text = new StringWriter();
                try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
                  out.copyCurrentStructure(in);
                }
                return text.toString();
              });

  private final String self;
  private final ContractMode mode;
  private final Map<String, ServiceContract> brought;

  LiveContracts(String self, ContractMode mode, List<ServiceContract> brought) {
    this.self = self;
    this.mode = mode;
    this.brought =
        brought.stream()
            .filter(each -> each.origin().isPresent())
            .collect(Collectors.toMap(ServiceContract::name, Function.identity(), (a, b) -> a));
  }

  /**
   * Compares.
   *
   * @throws IllegalStateException if a contract is not to be served beside that of another node;
   *     the message names both
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  void check(NodeRegistry registry, RpcClient client) {
    if (mode == ContractMode.SILENT || brought.isEmpty()) {
      return;
    }
    Set<ServiceInfo> asked = new HashSet<>();
    for (NodeInfo node : registry.nodes()) {
      for (ServiceInfo service : node.services()) {
        ServiceContract ours = brought.get(service.name());
        if (ours != null
            && !isSame(ours, service)
            && !node.id().equals(self)
            && asked.size() < MOST_ASKED
            && asked.add(service)) {
          Optional<ServiceContract> theirs = served(service.name(), node, client);
          if (theirs.isPresent()) {
            judge(ours, theirs.get(), node);
          }
        }
      }
    }
  }

  private static boolean isSame(ServiceContract ours, ServiceInfo theirs) {
    return ours.revision().filter(revision -> revision.startsWith(theirs.revision())).isPresent();
  }

  private static Optional<ServiceContract> served(String service, NodeInfo node, RpcClient client) {
    try {
      String document =
          client
              .channelTo(node.id())
              .callAsync(DISCOVER, out -> writeService(out, service), OPTIONS)
              .join();
      return OpenRpc.read(document).stream()
          .filter(each -> each.name().equals(service) && each.origin().isPresent())
          .findFirst();
    } catch (CompletionException | ContractFormatException untold) {
      LOG.debug("node {} does not tell its contract of {}", node.id(), service, untold);
      return Optional.empty();
    }
  }

  private static void writeService(JsonGenerator out, String service) throws IOException {
    out.writeStartObject();
    out.writeStringField("service", service);
    out.writeEndObject();
  }

  private void judge(ServiceContract ours, ServiceContract theirs, NodeInfo node) {
    Comparison comparison = Comparison.of(theirs, ours);
    Verdict verdict = comparison.verdict();
    boolean unrelated = !ours.origin().equals(theirs.origin());
    if (verdict == Verdict.NEVER && (unrelated || mode == ContractMode.REFUSE)) {
      throw new IllegalStateException(
          "%s is not to be served beside %s of node %s, they do not understand each other: %s"
              .formatted(ours.label(), theirs.label(), node.id(), harmful(comparison)));
    } else if (verdict == Verdict.NEVER || verdict == Verdict.CLIENTS_FIRST) {
      LOG.warn(
          "{} is served beside {} of node {}, verdict: {}. {}",
          ours.label(),
          theirs.label(),
          node.id(),
          verdict.words(),
          harmful(comparison));
    }
  }

  private static String harmful(Comparison comparison) {
    return comparison.differences().stream()
        .filter(each -> each.verdict() != Verdict.EITHER)
        .map(Difference::toString)
        .collect(Collectors.joining(" "));
  }
}
