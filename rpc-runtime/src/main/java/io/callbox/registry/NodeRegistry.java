package io.callbox.registry;

import io.callbox.rpc.RpcException;
import java.util.List;
import java.util.Optional;

/**
 * Who is there: the nodes that share a namespace, this one among them.
 *
 * <p>Each look asks the broker, and sees exactly those whose time has not ended: a node that was
 * killed is gone as soon as its lease ends, six seconds after its last heartbeat unless it was told
 * otherwise. For being told instead of asking there is {@link #listen}.
 *
 * <p>Safe for use by many threads. Ends with its node.
 *
 * <pre>{@code
 * for (NodeInfo provider : node.registry().providersOf("Arith")) {
 *   System.out.println(provider.id() + " on " + provider.place().host());
 * }
 * }</pre>
 */
public final class NodeRegistry {

  private final MembershipReader memberships;
  private final RegistryWatcher watch;

  NodeRegistry(MembershipReader memberships, RegistryWatcher watch) {
    this.memberships = memberships;
    this.watch = watch;
  }

  /**
   * All nodes, by their ids.
   *
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  public List<NodeInfo> nodes() {
    return memberships.take().stream().map(MembershipReader.Entry::info).toList();
  }

  /**
   * The nodes that provide a service, by their ids.
   *
   * @param service its wire name
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  public List<NodeInfo> providersOf(String service) {
    return nodes().stream().filter(node -> node.provides(service)).toList();
  }

  /**
   * One node.
   *
   * @return empty if it is not there
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  public Optional<NodeInfo> node(String id) {
    return memberships.take(List.of(id)).stream().map(MembershipReader.Entry::info).findFirst();
  }

  /**
   * Has a listener told who comes and goes, beginning with an {@link NodeListener#up} for each that
   * is there. It hears of a start or an end at once as a rule, at the latest with the next look,
   * three of which go to a lease; and of a death when the lease ends. Of nodes that change places
   * while nobody hears their hints it hears within ten leases. While the broker is out of reach, it
   * hears nothing.
   *
   * @return ends it
   */
  public Subscription listen(NodeListener listener) {
    return watch.add(listener);
  }
}
