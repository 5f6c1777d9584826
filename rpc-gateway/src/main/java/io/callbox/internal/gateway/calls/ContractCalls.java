package io.callbox.internal.gateway.calls;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.log.Printable;
import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks nodes for the contracts of their services, all at once. A node that does not answer may be
 * busy, or of another kind: it is asked again after a pause that doubles each time, and meanwhile
 * another one that serves the same revision is asked. A contract that cannot be read counts as
 * missing, so that one node does not hide the services of the others. Belongs to one thread.
 */
final class ContractCalls {

  private static final Logger LOG = LoggerFactory.getLogger(ContractCalls.class);
  private static final CallOptions OPTIONS = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(5));
  private static final long SHORTEST_PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();
  private static final MethodDescriptor<String> DISCOVER =
      MethodDescriptor.named("rpc", "discover").idempotent().returning(RawJson::copy);

  private final RpcNode node;
  private final Map<Asked, Silence> silent = new HashMap<>();
  private final Set<Asked> unreadable = new HashSet<>(); // the nodes whose silence is in the log

  ContractCalls(RpcNode node) {
    this.node = node;
  }

  /** A start of a node that is asked for the contract of a service. */
  private record Asked(ServiceInfo service, String node, String incarnation) {

    static Asked of(ServiceInfo service, NodeInfo provider) {
      return new Asked(service, provider.id(), provider.incarnation());
    }
  }

  /** The start of a node's silence, and the time for which the node is not asked again. */
  private record Silence(long sinceNanos, long pauseNanos) {

    static Silence after(@Nullable Silence before) {
      long pause = before == null ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, 2 * before.pauseNanos);
      return new Silence(System.nanoTime(), pause);
    }

    boolean isOver() {
      return System.nanoTime() - sinceNanos >= pauseNanos;
    }
  }

  /**
   * Asks for contracts; waits five seconds at most.
   *
   * @param providers the nodes that can be asked about a service, the best first
   * @return the services whose contracts were told
   */
  Map<ServiceInfo, LiveService> ask(Map<ServiceInfo, List<NodeInfo>> providers) {
    Set<Asked> all = new HashSet<>();
    Map<Asked, CompletableFuture<String>> answers = new LinkedHashMap<>();
    providers.forEach(
        (service, nodes) -> {
          List<Asked> candidates = nodes.stream().map(each -> Asked.of(service, each)).toList();
          all.addAll(candidates);
          candidates.stream()
              .filter(this::mayBeAsked)
              .findFirst()
              .ifPresent(asked -> answers.put(asked, ask(asked)));
        });
    silent.keySet().retainAll(all);
    unreadable.retainAll(all);
    Map<ServiceInfo, LiveService> told = new LinkedHashMap<>();
    answers.forEach((asked, answer) -> read(asked, answer, told));
    silent.keySet().removeIf(each -> told.containsKey(each.service));
    return told;
  }

  private boolean mayBeAsked(Asked asked) {
    Silence silence = silent.get(asked);
    return silence == null || silence.isOver();
  }

  private CompletableFuture<String> ask(Asked asked) {
    return node.channelTo(asked.node)
        .callAsync(DISCOVER, out -> write(out, asked.service.name()), OPTIONS);
  }

  private static void write(JsonGenerator out, String service) throws IOException {
    out.writeStartObject();
    out.writeStringField("service", service);
    out.writeEndObject();
  }

  private void read(
      Asked asked, CompletableFuture<String> answer, Map<ServiceInfo, LiveService> told) {
    String service = asked.service.name();
    try {
      JsonObject document = JsonObject.of(JsonTree.parse(answer.join()), service);
      told.put(asked.service, LiveService.of(service, asked.service.revision(), document));
      return;
    } catch (CompletionException untold) {
      LOG.debug("a node does not tell a contract", untold);
    } catch (RuntimeException malformed) { // the document is the node's own work, or an attacker's
      warn(asked, malformed);
    }
    silent.merge(asked, Silence.after(null), (before, first) -> Silence.after(before));
  }

  private void warn(Asked asked, RuntimeException malformed) {
    if (unreadable.add(asked)) {
      LOG.warn(
          "node {} tells a contract of {} that cannot be read, so the service is shown without: {}",
          Printable.of(asked.node),
          Printable.of(asked.service.name()),
          Printable.of(malformed));
    }
  }
}
