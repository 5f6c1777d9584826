package io.callbox.internal.registry;

import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nodes that one listener knows. Belongs to the thread that looks. */
final class RegistrySnapshot {

  private static final Logger LOG = LoggerFactory.getLogger(RegistrySnapshot.class);

  private final NodeListener listener;
  private Map<String, NodeInfo> told = Map.of();
  private @Nullable List<NodeInfo> latest;

  RegistrySnapshot(NodeListener listener) {
    this.listener = listener;
  }

  /**
   * Notifies the listener of all differences from the nodes that it knows. Costs nothing if the
   * list is the same.
   */
  void update(List<NodeInfo> nodes) {
    if (nodes.equals(latest)) { // by identity first
      return;
    }
    latest = nodes;
    Map<String, NodeInfo> before = told;
    Map<String, NodeInfo> now = new LinkedHashMap<>();
    nodes.forEach(node -> now.put(node.id(), node));
    told = now;
    before.values().stream()
        .filter(node -> !now.containsKey(node.id()))
        .forEach(node -> tell(() -> listener.down(node)));
    List.copyOf(now.values()).forEach(node -> compare(before.get(node.id()), node));
  }

  private void compare(@Nullable NodeInfo before, NodeInfo now) {
    if (before == null) {
      tell(() -> listener.up(now));
    } else if (!before.equals(now)) {
      tell(() -> listener.changed(before, now));
    }
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException | Error failure) {
      LOG.warn("a listener of the registry failed", failure);
    }
  }
}
