package io.callbox.internal.registry;

import io.callbox.internal.lease.DeadNodeReaper;
import io.callbox.internal.lease.Heartbeat;
import io.callbox.internal.wire.StartHint;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeRegistry;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore.Claim;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's part in the registry: its card, its heartbeat, and its view of the others.
 *
 * <p>Safe for use by many threads. Made, started and closed by the node.
 */
public final class NodeMembership {

  private static final Logger LOG = LoggerFactory.getLogger(NodeMembership.class);
  private static final int LOOKS_TO_A_LEASE = 3;

  private final String node;
  private final Registration registration;
  private final Heartbeat heartbeat;
  private final RegistryWatcher watch;
  private final NodeRegistry registry;

  /**
   * Creates the membership of a node that is not registered yet.
   *
   * @param lease the time after its last heartbeat at which the node counts as dead
   * @param shared whether several processes may use its id
   */
  public NodeMembership(
      Transport transport, Namespace namespace, NodeInfo self, Duration lease, boolean shared) {
    Claim claim = new Claim(self.id(), CardJson.write(self), lease, shared);
    MembershipReader memberships = new MembershipReader(transport.members(namespace));
    String threadName = "callbox-" + self.id() + "-registry";
    this.node = self.id();
    this.registration = new Registration(transport, namespace, claim, hint(self));
    this.heartbeat =
        new Heartbeat(
            transport,
            registration,
            new DeadNodeReaper(
                transport,
                namespace,
                lease,
                new NodeEvents(transport, namespace.nodeEvents())::down),
            new Heartbeat.Terms(new Worker(self.id(), self.incarnation()), lease));
    this.watch =
        new RegistryWatcher(
            memberships,
            transport,
            namespace.nodeEvents(),
            lease.dividedBy(LOOKS_TO_A_LEASE),
            threadName);
    this.registry = new BrokerRegistry(memberships, watch);
  }

  private static StartHint hint(NodeInfo node) {
    return new StartHint(
        node.id(),
        node.services().stream()
            .collect(Collectors.toMap(ServiceInfo::name, ServiceInfo::revision, (a, b) -> a)));
  }

  /** Returns the heartbeat. */
  public Heartbeat heartbeat() {
    return heartbeat;
  }

  /** Returns the paused services. */
  public PausedServices paused() {
    return registration.paused();
  }

  /** Returns the services that are spread over several queues. */
  public SpreadServices spread() {
    return registration.spread();
  }

  /** Returns the registry. */
  public NodeRegistry registry() {
    return registry;
  }

  /**
   * Registers the node, takes its leases, and begins to renew both.
   *
   * @throws IllegalStateException if another process uses its id
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  public void start() {
    heartbeat.start();
  }

  /** Returns a description of another process that uses the node's id; null if there is none. */
  public @Nullable String trouble() {
    return registration.trouble();
  }

  /**
   * Removes the node from the list, even if it still has work to finish, and waits for the broker
   * for at most this time.
   */
  public void leave(Duration bound) {
    watch.close();
    registration.paused().close();
    try {
      registration.leave(bound);
    } catch (RpcException unavailable) {
      String reason = unavailable.getMessage();
      LOG.warn("node {} could not deregister, its lease ends by itself: {}", node, reason);
    }
  }

  /** Ends the heartbeat, and waits for the broker for at most this time. */
  public void close(Duration bound) {
    heartbeat.close(bound);
  }
}
