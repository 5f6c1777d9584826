package io.callbox.internal.gateway.console;

import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the nodes that serve for their {@code rpc.stats}, all at once, and adds up the answers. If
 * there are more nodes than {@link #MOST_NODES}, the sums do not include the rest.
 */
final class StatsCalls {

  /** The maximum number of nodes to ask. */
  static final int MOST_NODES = 100;

  private static final Logger LOG = LoggerFactory.getLogger(StatsCalls.class);
  private static final CallOptions OPTIONS =
      CallOptions.DEFAULT.withTimeout(Duration.ofMillis(1_500));
  private static final MethodDescriptor<String> STATS =
      MethodDescriptor.named("rpc", "stats").idempotent().returning(RawJson::copy);

  private final RpcNode node;

  StatsCalls(RpcNode node) {
    this.node = node;
  }

  /** Returns the statistics of each method of these nodes, by {@code Service.method}. */
  Map<String, MergedStats> ask(List<NodeInfo> nodes) {
    Map<NodeInfo, CompletableFuture<String>> asked = new HashMap<>();
    nodes.stream()
        .filter(each -> !each.services().isEmpty())
        .limit(MOST_NODES)
        .forEach(each -> asked.put(each, ask(each)));
    Map<String, MergedStats> sums = new HashMap<>();
    asked.forEach((each, answer) -> add(each, answer, sums));
    return sums;
  }

  private CompletableFuture<String> ask(NodeInfo provider) {
    return node.channelTo(provider.id())
        .callAsync(
            STATS,
            out -> {
              out.writeStartObject();
              out.writeEndObject();
            },
            OPTIONS);
  }

  private static void add(
      NodeInfo node, CompletableFuture<String> answer, Map<String, MergedStats> sums) {
    try {
      JsonObject methods =
          JsonObject.of(JsonTree.parse(answer.join()), node.id()).object("methods");
      for (String method : methods.members().keySet()) {
        sums.computeIfAbsent(method, name -> new MergedStats()).add(methods.object(method));
      }
    } catch (RuntimeException untold) { // of several kinds: foreign figures
      LOG.debug("a node does not tell its figures", untold);
    }
  }
}
