package io.callbox.node;

import io.callbox.deadletter.DeadLetters;
import io.callbox.durable.SubmittedCalls;
import io.callbox.internal.server.RpcServer;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeRegistry;
import io.callbox.registry.PauseMode;
import io.callbox.registry.PausedService;
import io.callbox.registry.SpreadService;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program's place among those that share a Redis: it calls others, and serves what it registers,
 * under one id.
 *
 * <p>Safe for use by many threads. Whoever starts a node closes it. A node that registers nothing
 * only calls.
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

  private RpcNode(NodeParts parts, int maxQueueLength) {
    this.parts = parts;
    this.maxQueueLength = maxQueueLength;
  }

  /**
   * Starts describing a node.
   *
   * @param id what others call it by: letters, digits, {@code _}, {@code .} and {@code -}; no two
   *     running nodes may share one, unless both are told to: {@link RpcNodeBuilder#sharedId}
   */
  public static RpcNodeBuilder builder(String id) {
    return new RpcNodeBuilder(id);
  }

  /** A node on this transport, which it closes if it owns it; so too if it cannot start. */
  static RpcNode started(RpcNodeBuilder builder, Transport transport, boolean owned) {
    NodeParts parts;
    try {
      parts = new NodeParts(builder, transport, owned);
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
    return new RpcNode(parts, builder.maxQueueLength);
  }

  /** What others call this node by. */
  public String id() {
    return parts.id;
  }

  /**
   * A way to the inbox of one node. Calls are refused at once if the node is not running, unless
   * the channel is made to wait: {@link RpcChannel#waitForProvider}.
   */
  public RpcChannel channelTo(String node) {
    return parts.client.channelTo(node);
  }

  /**
   * A way to whoever provides the service that is called: whichever has room takes the call. Calls
   * are refused at once if nobody does, unless the channel is made to wait.
   */
  public RpcChannel channelToAny() {
    return parts.client.channelToAny();
  }

  /**
   * A way to all nodes that provide the service which is called, each of which gets the call. Who
   * they are is read from the registry when the call is made. For stubs whose names end in {@code
   * AllStub}.
   */
  public RpcChannel channelToAll() {
    return parts.client.channelToAll(
        service -> registry().providersOf(service).stream().map(NodeInfo::id).toList());
  }

  /** Who is there: the nodes that share a namespace, this one among them. */
  public NodeRegistry registry() {
    return parts.membership.registry();
  }

  /** Whether the node is alive and ready, and why not. Costs next to nothing: asks nobody. */
  public NodeHealth health() {
    RpcServer server = parts.server;
    List<String> problems = new ArrayList<>();
    add(problems, parts.transport.trouble());
    add(problems, parts.membership.trouble());
    add(problems, parts.client.trouble());
    add(problems, parts.client.starvation());
    add(problems, server == null ? null : server.trouble());
    add(problems, parts.isDrained() ? "the node serves no more" : null);
    return parts.isClosed() ? NodeHealth.CLOSED : NodeHealth.of(problems);
  }

  /**
   * Pauses a service: nobody begins its requests, on whatever node, until it is {@link #resume
   * resumed}; what runs, runs on. Nodes that serve hear of it at once as a rule, and all others
   * with their next heartbeat, three of which go to a lease. A service that is paused already is
   * paused in the way that is said last.
   *
   * <p>Calls to the inbox of one node are refused in either case: nobody would take them over.
   *
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach, {@code PERMISSION_DENIED} if
   *     its user may not
   */
  public void pause(String service, PauseMode callers) {
    parts.membership.paused().pause(service, callers);
  }

  /** Ends a pause. Returns whether there was one. The same failures as of {@link #pause}. */
  public boolean resume(String service) {
    return parts.membership.paused().resume(service);
  }

  /**
   * Which services are paused. Asks Redis.
   *
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<PausedService> pausedServices() {
    return parts.membership.paused().ask();
  }

  /**
   * Spreads a service over several queues, its shards, each in a slot of a Redis Cluster of its
   * own: so several masters serve its calls. All nodes hear of it with their next heartbeat, three
   * of which go to a lease; meanwhile, and while the number changes, calls go on. There is no order
   * between shards, and each takes its part of what may wait. Durable calls stay in the service's
   * own queue.
   *
   * @param shards 1 to 64; 1 for the service's own queue alone
   * @throws IllegalArgumentException if it is another number
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach, {@code PERMISSION_DENIED} if
   *     its user may not
   */
  public void shards(String service, int shards) {
    parts.membership.spread().spread(service, shards);
  }

  /**
   * Which services are spread, or were. Asks Redis.
   *
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<SpreadService> spreadServices() {
    return parts.membership.spread().ask();
  }

  private List<QueueName> queuesOf(String service) {
    return parts.membership.spread().queuesOf(service);
  }

  /**
   * The requests to a service that were given up on, those that came by the queue that its
   * providers share.
   */
  public DeadLetters deadLetters(String service) {
    return new DeadLetters(parts.transport, queuesOf(service), maxQueueLength);
  }

  /** The durable calls of a service, whoever submitted them. */
  public SubmittedCalls submittedCalls(String service) {
    return new SubmittedCalls(parts.transport, parts.namespace, service);
  }

  /** The requests that were given up on of those that came by the inbox of a node. */
  public DeadLetters inboxDeadLetters(String node) {
    QueueName inbox = parts.namespace.inbox(Namespace.checked("a node id", node));
    return new DeadLetters(parts.transport, List.of(inbox), maxQueueLength);
  }

  /**
   * What waits in the queue of a service, whoever serves it. Asks Redis, and waits for its answer.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public QueueStats queue(String service) {
    return QueueStats.of(parts.transport, List.of(queuesOf(service))).get(0);
  }

  /**
   * The requests that wait in the queue of a service, those first that are taken next; nothing is
   * taken. Asks Redis, and waits for its answer.
   *
   * @param most how many at most; there are fewer, but one at least, if they are large
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<WaitingRequest> waiting(String service, int most) {
    return WaitingRequest.of(parts.transport, queuesOf(service), most);
  }

  /** What waits in the inbox of a node; the same holds. */
  public QueueStats inbox(String node) {
    QueueName inbox = parts.namespace.inbox(Namespace.checked("a node id", node));
    return QueueStats.of(parts.transport, List.of(List.of(inbox))).get(0);
  }

  private static void add(List<String> problems, @Nullable String problem) {
    if (problem != null) {
      problems.add(problem);
    }
  }

  /** What the node is at now, and what it has dropped. */
  public NodeStats stats() {
    RpcServer server = parts.server;
    return new NodeStats(
        parts.client.waitingCalls(),
        parts.client.unclaimedReplies(),
        server == null ? 0 : server.requestsInHand(),
        server == null ? 0 : server.expired(),
        server == null ? 0 : server.redelivered(),
        server == null ? 0 : server.givenUp(),
        server == null ? 0 : server.openStreams(),
        parts.transport.commandsSent());
  }

  /**
   * What waits in the queues that the node takes from: its inbox, and its services'. Asks Redis,
   * and waits for its answer.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<QueueStats> queues() {
    RpcServer server = parts.server;
    return server == null ? List.of() : QueueStats.of(parts.transport, server.queues());
  }

  /**
   * Takes the node off the registry, and finishes the requests it has taken. Its own calls go on,
   * new ones too, until {@link #close}: so a program stops serving first, and then what called
   * through the node. Returns within what {@link RpcNodeBuilder#drain} says; not for
   * implementations that the node runs, which it would wait for. Does nothing the second time.
   */
  public void drain() {
    parts.drain();
  }

  /**
   * Takes the node off the registry, finishes the requests it has taken, fails its own pending
   * calls with {@code CANCELLED}, and gives back its threads and, if it made them, its connections.
   * Takes about a second if nothing is running, and at most as long as {@link RpcNodeBuilder#drain}
   * says and two seconds for the connections, whether Redis is there or not.
   *
   * <p>Called by an implementation that the node runs, it returns at once, and the node closes when
   * that call has been answered. Does nothing the second time.
   */
  @Override
  public void close() {
    parts.close();
  }
}
