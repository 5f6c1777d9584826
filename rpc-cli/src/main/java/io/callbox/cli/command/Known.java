package io.callbox.cli.command;

import io.callbox.registry.NodeInfo;
import io.callbox.registry.PausedService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks names of nodes and services: refuses an unknown name, and suggests a similar one. */
final class Known {

  private final Connection connection;
  private final List<NodeInfo> nodes;

  Known(Connection connection) {
    this(connection, connection.others());
  }

  Known(Connection connection, List<NodeInfo> nodes) {
    this.connection = connection;
    this.nodes = nodes;
  }

  /** Refuses a node that is not there. */
  void node(String id) {
    refuse(absentNode(id));
  }

  private static void refuse(@Nullable Refusal refusal) {
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Returns a refusal if a node is not there; null if it is. */
  @Nullable Refusal absentNode(String id) {
    List<String> ids = nodes.stream().map(NodeInfo::id).toList();
    return ids.contains(id)
        ? null
        : Refusal.outOfReach("There is no node '" + id + "'.", DidYouMean.among(ids, id));
  }

  /**
   * Refuses a service that no node serves and that is not paused.
   *
   * @param node the node that must serve it; null for any
   */
  void service(String name, @Nullable String node) {
    if (node != null) {
      node(node);
    }
    refuse(absentService(name, node));
  }

  /** Returns a refusal if a service is neither served nor paused; null if it is. */
  @Nullable Refusal absentService(String name, @Nullable String node) {
    boolean there = isServed(name, node) || (node == null && isPaused(name));
    return there ? null : unserved(name, node);
  }

  /** Returns whether any node serves a service. */
  boolean isServed(String name) {
    return isServed(name, null);
  }

  private boolean isServed(String name, @Nullable String node) {
    return nodes.stream()
        .filter(each -> node == null || node.equals(each.id()))
        .anyMatch(each -> each.provides(name));
  }

  /** Returns whether a service is paused. */
  boolean isPaused(String name) {
    return connection.node().pausedServices().stream()
        .map(PausedService::service)
        .anyMatch(name::equals);
  }

  /** Returns a refusal: no node serves the service, or this node does not. */
  Refusal unserved(String name, @Nullable String node) {
    String who = node == null ? "Nobody serves" : "Node " + node + " does not serve";
    return Refusal.outOfReach(who + " '" + name + "'.", DidYouMean.among(served(node), name));
  }

  private Set<String> served(@Nullable String node) {
    Set<String> served = new TreeSet<>();
    nodes.stream()
        .filter(each -> node == null || node.equals(each.id()))
        .forEach(each -> each.services().forEach(it -> served.add(it.name())));
    return served;
  }
}
