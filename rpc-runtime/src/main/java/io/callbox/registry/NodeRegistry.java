package io.callbox.registry;

import io.callbox.rpc.RpcException;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that share a namespace, including this node. {@code RpcNode.registry} returns it.
 *
 * <p>Each method asks the broker, and returns exactly the nodes whose lease is valid. A killed node
 * disappears when its lease ends, by default six seconds after its last heartbeat. To be notified
 * instead of asking, use {@link #listen}.
 *
 * <p>Safe for use by many threads. Ends with its node.
 *
 * <pre>{@code
 * for (NodeInfo provider : node.registry().providersOf("Arith")) {
 *   System.out.println(provider.id() + " on " + provider.place().host());
 * }
 * }</pre>
 */
public interface NodeRegistry {

  /**
   * Returns all nodes, sorted by id.
   *
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  List<NodeInfo> nodes();

  /**
   * Returns the nodes that provide a service, sorted by id.
   *
   * @param service its wire name
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  List<NodeInfo> providersOf(String service);

  /**
   * Returns the node with this id.
   *
   * @return empty if the node is not there
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  Optional<NodeInfo> node(String id);

  /**
   * Notifies a listener of nodes that come and go, beginning with {@link NodeListener#up} for each
   * node that is there. The registry looks three times in a lease. The listener usually learns of a
   * start or an end at once, by a hint, and at the latest with the next look. It learns of a death
   * when the lease ends. If one node replaces another and the hints get lost, it learns of this
   * within ten leases. While the broker is out of reach, it receives no events.
   *
   * @return ends the notifications when it is closed
   */
  Subscription listen(NodeListener listener);
}
