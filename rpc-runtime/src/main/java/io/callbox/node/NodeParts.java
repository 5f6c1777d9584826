package io.callbox.node;

import io.callbox.internal.client.RpcClient;
import io.callbox.internal.concurrent.Countdown;
import io.callbox.internal.registry.NodeMembership;
import io.callbox.internal.server.RpcServer;
import io.callbox.internal.server.service.ServiceCatalog;
import io.callbox.internal.wire.StartHint;
import io.callbox.registry.NodeInfo;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a node and their life cycle. It makes them from the node's settings, and starts,
 * drains and closes them in an order that leaves no call without an answer.
 *
 * <p>Safe for use by many threads. Belongs to one {@link RpcNode}, which closes it.
 */
final class NodeParts {

  final String id;
  final Namespace namespace;
  final Transport transport;
  final NodeMembership membership;
  final RpcClient client;

  /** Null for a node without services. */
  final @Nullable RpcServer server;

  private final LiveContracts contracts;
  private final boolean owned;
  private final Duration drain;
  private volatile Transport.@Nullable Listening hints; // written once, by the thread that starts
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean ended;
  private final Object draining = new Object();
  private volatile boolean drained; // written under the lock "draining"

  private NodeParts(NodeSettings settings, Transport transport, boolean owned) {
    PartSettings part = PartSettings.of(settings, transport.clock());
    this.id = settings.id;
    this.transport = transport;
    this.owned = owned;
    this.drain = settings.drain;
    this.namespace = settings.namespace;
    this.membership =
        new NodeMembership(
            transport, settings.namespace, part.self(), settings.lease, settings.sharedId);
    this.client = new RpcClient(part.client(), transport);
    membership.paused().listen(() -> client.refuse(membership.paused().refusing()));
    membership.spread().listen(client::spread);
    membership.heartbeat().probe(client.lostCalls());
    ContractsOfOthers others = new ContractsOfOthers(client);
    client.explainUnreadable(new UnreadableResults(membership.registry(), others)::explained);
    MixedContracts mixed =
        new MixedContracts(id, settings.namespace, membership.registry(), transport.leases());
    this.contracts =
        new LiveContracts(
            id, settings.contracts, ServiceCatalog.contracts(settings.skeletons), others, mixed);
    this.server =
        settings.skeletons.isEmpty()
            ? null
            : new RpcServer(
                part.server(), settings.skeletons, transport, membership, settings.executor, mixed);
  }

  /**
   * Makes and starts the parts of a node. They close the transport if they own it, also if the node
   * cannot start.
   */
  static NodeParts started(NodeSettings settings, Transport transport, boolean owned) {
    NodeParts parts;
    try {
      parts = new NodeParts(settings, transport, owned);
    } catch (RuntimeException refused) {
      if (owned) {
        transport.close();
      }
      throw refused;
    }
    try {
      parts.start();
    } catch (RuntimeException failed) {
      parts.close();
      throw failed;
    }
    return parts;
  }

  /**
   * Registers the node, and begins to call and to serve.
   *
   * @throws IllegalStateException if another process uses its id, or if its contracts do not fit
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  private void start() {
    membership.start();
    client.start();
    if (server == null) {
      client.checkCancelling(); // a node that serves may lack the right to call
      return;
    }
    if (contracts.areCompared()) {
      hints =
          transport.listen(
              namespace.nodeEvents(), this::hinted); // before check(): no start is missed
      contracts.check(membership.registry().nodes());
      contracts.checkWaiting(server.misfitsThatWait());
    }
    membership.paused().hear();
    server.start();
  }

  private void hinted(byte[] event) {
    StartHint.read(event).ifPresent(contracts::started);
  }

  /**
   * Returns the problems that keep the node from calling or from serving at present. Sends no
   * command.
   */
  List<String> problems() {
    return Stream.of(
            transport.trouble(),
            membership.trouble(),
            client.trouble(),
            client.starvation(),
            server == null ? null : server.trouble(),
            drained ? "the node serves no more" : null)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Returns the problems that do not keep the node from serving. Sends no command. */
  List<String> warnings() {
    return server == null ? List.of() : server.warnings();
  }

  /** Returns whether the node is closed or closing. */
  boolean isClosed() {
    return closed.get();
  }

  /**
   * Checks that the node has not ended. A node that closes has not ended while it finishes
   * requests, whose implementations may use it.
   *
   * @throws RpcException {@code CANCELLED} if it has
   */
  NodeParts open() {
    if (ended) {
      throw new RpcException(StatusCode.CANCELLED, "node " + id + " is closed");
    }
    return this;
  }

  /** Returns the ids of the nodes that provide a service now. */
  List<String> providersOf(String service) {
    return membership.registry().providersOf(service).stream().map(NodeInfo::id).toList();
  }

  /** Returns the queues in which requests for a service may wait; the node must not have ended. */
  List<QueueName> queuesOf(String service) {
    return open().membership.spread().queuesOf(service);
  }

  /** Returns the queue of a node; this node must not have ended. */
  List<QueueName> inboxOf(String node) {
    return List.of(open().namespace.inbox(Namespace.checked("a node id", node)));
  }

  /** Returns the queues from which the node takes, if it serves; it must not have ended. */
  List<List<QueueName>> servedQueues() {
    RpcServer serving = open().server;
    return serving == null ? List.of() : serving.queues();
  }

  /**
   * Stops serving, and finishes the requests that the node has taken. A second call has no effect.
   */
  void drain() {
    drainWithin(Countdown.of(drain));
  }

  private void drainWithin(Countdown end) {
    // Guard against race between drain and close: close must not end calls of requests that still
    // run.
    synchronized (draining) {
      if (drained) {
        return;
      }
      drained = true;
      Transport.Listening listening = hints;
      if (listening != null) {
        listening.close();
      }
      membership.leave(end.left());
      if (server != null) {
        server.close(end.left());
      }
    }
  }

  /**
   * Ends all parts. If the calling thread runs a request of this node, it ends them on a separate
   * thread, because otherwise the request would wait for itself. A second call has no effect.
   */
  void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    if (server != null && server.runsHere()) {
      new Thread(this::closeNow, "callbox-" + id + "-close").start();
    } else {
      closeNow();
    }
  }

  private void closeNow() {
    Countdown end = Countdown.of(drain);
    drainWithin(end);
    ended = true;
    client.close(end.left());
    membership.close(end.left());
    if (owned) {
      transport.close();
    }
  }
}
