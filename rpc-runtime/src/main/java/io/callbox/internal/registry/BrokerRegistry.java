package io.callbox.internal.registry;

import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeListener;
import io.callbox.registry.NodeRegistry;
import io.callbox.registry.Subscription;
import java.util.List;
import java.util.Optional;

/** The registry that the broker has. Safe for use by many threads. Ends with its watcher. */
final class BrokerRegistry implements NodeRegistry {

  private final MembershipReader memberships;
  private final RegistryWatcher watch;

  BrokerRegistry(MembershipReader memberships, RegistryWatcher watch) {
    this.memberships = memberships;
    this.watch = watch;
  }

  @Override
  public List<NodeInfo> nodes() {
    return memberships.take().stream().map(MembershipReader.Entry::info).toList();
  }

  @Override
  public List<NodeInfo> providersOf(String service) {
    return nodes().stream().filter(node -> node.provides(service)).toList();
  }

  @Override
  public Optional<NodeInfo> node(String id) {
    return memberships.take(List.of(id)).stream().map(MembershipReader.Entry::info).findFirst();
  }

  @Override
  public Subscription listen(NodeListener listener) {
    return watch.add(listener);
  }
}
