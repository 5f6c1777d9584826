package io.callbox.node;

import io.callbox.deadletter.DeadLetters;
import io.callbox.durable.SubmittedCalls;
import io.callbox.registry.NodeRegistry;
import io.callbox.registry.PauseMode;
import io.callbox.registry.PausedService;
import io.callbox.registry.SpreadService;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Namespace;
import java.util.List;

/**
 * Connects a program to the other programs that share a Redis. A node has an id, makes calls, and
 * serves the skeletons that it registers.
 *
 * <p>Safe for use by many threads. The code that starts a node must close it. A node that registers
 * nothing only makes calls.
 *
 * <pre>{@code
 * try (RpcNode node = RpcNode.builder("node-1").redis("redis://127.0.0.1:6379").start()) {
 *   Arith arith = new ArithStub(node.channelToAny());
 *   int product = arith.multiply(7, 8);
 * }
 * }</pre>
 */
public final class RpcNode implements AutoCloseable {

  private final NodeParts parts;
  private final int maxQueueLength;

  /** Makes a node from parts that have started. */
  RpcNode(NodeParts parts, int maxQueueLength) {
    this.parts = parts;
    this.maxQueueLength = maxQueueLength;
  }

  /**
   * Creates a builder of a node.
   *
   * @param id the node's id: letters, digits, {@code _}, {@code .} and {@code -}. Two running nodes
   *     must not have the same id, unless both set {@link RpcNodeBuilder#sharedId}
   */
  public static RpcNodeBuilder builder(String id) {
    return new RpcNodeBuilder(id);
  }

  /** The id of this node. */
  public String id() {
    return parts.id;
  }

  /**
   * A channel to one node. Calls fail at once if the node is not running, unless the channel waits:
   * {@link RpcChannel#waitForProvider}.
   */
  public RpcChannel channelTo(String node) {
    return parts.client.channels().toNode(node);
  }

  /**
   * A channel to any provider of the called service: a provider that has room takes the call. Calls
   * fail at once if there is no provider, unless the channel waits.
   */
  public RpcChannel channelToAny() {
    return parts.client.channels().toAny();
  }

  /**
   * A channel to all providers of the called service; each of them receives the call. The registry
   * is read when the call is made. Use it with stubs whose names end in {@code AllStub}.
   */
  public RpcChannel channelToAll() {
    return parts.client.channels().toAll(parts::providersOf);
  }

  /** The registry of all nodes of the namespace, including this one. */
  public NodeRegistry registry() {
    return parts.membership.registry();
  }

  /** Returns whether the node is alive and ready, and the problems if not. Sends no command. */
  public NodeHealth health() {
    return parts.isClosed() ? NodeHealth.CLOSED : NodeHealth.of(parts.problems(), parts.warnings());
  }

  /**
   * Pauses a service: no node begins its requests until you {@link #resume} it; running calls
   * continue. Nodes that serve usually learn of the pause at once, all others with their next
   * heartbeat, of which there are three in a lease. If the service is paused already, the latest
   * mode applies.
   *
   * <p>Calls to the inbox of one node fail in both modes, because no other node would take them
   * over.
   *
   * @throws IllegalArgumentException if no service can have this name
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach, {@code PERMISSION_DENIED} if
   *     its user may not
   */
  public void pause(String service, PauseMode callers) {
    parts.open().membership.paused().pause(Namespace.checkedService(service), callers);
  }

  /** Ends a pause. Returns whether there was one. Fails as {@link #pause} does. */
  public boolean resume(String service) {
    return parts.open().membership.paused().resume(service);
  }

  /**
   * The paused services. Asks Redis.
   *
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<PausedService> pausedServices() {
    return parts.open().membership.paused().ask();
  }

  /**
   * Spreads a service over several queues, its shards. Each shard has its own slot of a Redis
   * Cluster, so several masters serve the calls of the service. All nodes learn of the change with
   * their next heartbeat, of which there are three in a lease. Calls continue meanwhile. There is
   * no order between shards, and each shard has an equal part of the queue's bound. Durable calls
   * stay in the service's own queue.
   *
   * @param shards 1 to 64; 1 for the service's own queue alone
   * @throws IllegalArgumentException if {@code shards} is another number, or no service can have
   *     this name
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach, {@code PERMISSION_DENIED} if
   *     its user may not
   */
  public void shards(String service, int shards) {
    parts.open().membership.spread().spread(Namespace.checkedService(service), shards);
  }

  /**
   * Returns the services that are or were spread. Asks Redis.
   *
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<SpreadService> spreadServices() {
    return parts.open().membership.spread().ask();
  }

  /** The dead letters of a service: requests from the queue that its providers share. */
  public DeadLetters deadLetters(String service) {
    return new DeadLetters(parts.transport, parts.queuesOf(service), maxQueueLength);
  }

  /** The durable calls of a service, whichever program submitted them. */
  public SubmittedCalls submittedCalls(String service) {
    return new SubmittedCalls(parts.open().transport, parts.namespace, service);
  }

  /** The dead letters of a node: requests from its inbox. */
  public DeadLetters inboxDeadLetters(String node) {
    return new DeadLetters(parts.transport, parts.inboxOf(node), maxQueueLength);
  }

  /**
   * The length and age of a service's queue, on any node. Asks Redis, and waits for its answer.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public QueueStats queue(String service) {
    return QueueStats.of(parts.transport, List.of(parts.queuesOf(service))).get(0);
  }

  /**
   * The waiting requests of a service, in the order in which they will be taken. Takes none of
   * them. Asks Redis, and waits for its answer.
   *
   * @param most the maximum number; the list has fewer if requests are large, but at least one
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<WaitingRequest> waiting(String service, int most) {
    return WaitingRequest.of(parts.transport, parts.queuesOf(service), most);
  }

  /**
   * The requests of a service that workers have taken and not answered, the oldest first: those
   * that run, or are about to. Asks Redis, and waits at most ten seconds for all answers.
   *
   * @param most the maximum number; there are fewer if requests are large, but at least one
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<HeldRequest> held(String service, int most) {
    return HeldRequest.of(parts.transport, parts.queuesOf(service), most);
  }

  /**
   * The number of elements of a service's queue that workers have taken and not answered; an
   * element is a request, or a chunk of requests. Reads none of them. Asks Redis, and waits for its
   * answers.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public int heldCount(String service) {
    return HeldRequest.count(parts.transport, parts.queuesOf(service));
  }

  /** The length and age of a node's inbox; like {@link #queue}. */
  public QueueStats inbox(String node) {
    return QueueStats.of(parts.transport, List.of(parts.inboxOf(node))).get(0);
  }

  /** The statistics of this node. Sends no command. */
  public NodeStats stats() {
    return NodeStats.of(parts);
  }

  /**
   * The length and age of the queues that the node takes from: its inbox and those of its services.
   * Asks Redis, and waits for its answer.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<QueueStats> queues() {
    return QueueStats.of(parts.transport, parts.servedQueues());
  }

  /**
   * Removes the node from the registry, and finishes the requests that it has taken. The node can
   * still make calls until {@link #close}, so a program can stop serving first, and then stop its
   * own calls. Returns within the time of {@link RpcNodeBuilder#drain}. An implementation must not
   * call it on its own node, which would wait for that implementation. A second call has no effect.
   */
  public void drain() {
    parts.drain();
  }

  /**
   * Removes the node from the registry, finishes the requests it has taken, fails its own pending
   * calls with {@code CANCELLED}, and releases its threads and, if it created them, its
   * connections. Takes about a second if nothing is running, and at most the time of {@link
   * RpcNodeBuilder#drain} plus two seconds for the connections, even if Redis cannot be reached.
   *
   * <p>Every method that asks Redis fails with {@code CANCELLED} afterwards, also on handles of
   * durable calls. Durable calls themselves continue.
   *
   * <p>If an implementation closes its own node, this returns at once, and the node closes when
   * that call has been answered. A second call has no effect.
   */
  @Override
  public void close() {
    parts.close();
  }
}
