package io.callbox.node;

import io.callbox.deadletter.DeadLetters;
import io.callbox.durable.SubmittedCalls;
import io.callbox.internal.client.ClientSettings;
import io.callbox.internal.client.RpcClient;
import io.callbox.internal.server.RpcServer;
import io.callbox.internal.server.ServerSettings;
import io.callbox.internal.server.ServiceCatalog;
import io.callbox.internal.wire.StartHint;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeMembership;
import io.callbox.registry.NodeRegistry;
import io.callbox.registry.PauseMode;
import io.callbox.registry.PausedService;
import io.callbox.registry.ProcessIdentity;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private final String id;
  private final NodeMembership membership;
  private final RpcClient client;
  private final LiveContracts contracts;
  private final @Nullable RpcServer server;
  private final Transport transport;
  private final boolean owned;
  private final Duration drain;
  private final Namespace namespace;
  private final int maxQueueLength;
  private volatile Transport.@Nullable Listening hints; // written once, by the thread that starts
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Object draining = new Object();
  private volatile boolean drained; // written under the lock "draining"

  RpcNode(RpcNodeBuilder builder, Transport transport, boolean owned) {
    NodeInfo self = info(builder, transport.clock());
    this.id = builder.id;
    this.transport = transport;
    this.owned = owned;
    this.drain = builder.drain;
    this.namespace = builder.namespace;
    this.maxQueueLength = builder.maxQueueLength;
    this.membership =
        new NodeMembership(
            transport,
            builder.namespace,
            self,
            new NodeMembership.Terms(builder.lease, builder.sharedId));
    this.client =
        new RpcClient(
            new ClientSettings(
                id,
                builder.incarnation,
                builder.namespace,
                builder.timeout,
                builder.maxMessageBytes,
                builder.maxQueueLength,
                builder.retries,
                chain(builder.clientInterceptors)),
            transport,
            membership.paused()::requireServed);
    membership.heartbeat().probe(client.lostCalls());
    ContractsOfOthers others = new ContractsOfOthers(client);
    client.explainUnreadable(new UnreadableResults(membership.registry(), others)::explained);
    MixedContracts mixed =
        new MixedContracts(id, builder.namespace, membership.registry(), transport.leases());
    this.contracts =
        new LiveContracts(
            new LiveContracts.Terms(id, builder.contracts),
            ServiceCatalog.contracts(builder.skeletons),
            others,
            mixed);
    this.server =
        builder.skeletons.isEmpty()
            ? null
            : new RpcServer(
                new ServerSettings(
                    self,
                    new Worker(id, builder.incarnation),
                    builder.namespace,
                    builder.concurrency,
                    builder.maxMessageBytes,
                    builder.maxStreams,
                    builder.acknowledge,
                    builder.lease,
                    builder.failures,
                    chain(builder.serverInterceptors)),
                builder.skeletons,
                transport,
                membership,
                builder.executor,
                mixed);
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

  /** What a node says of itself, as of now. */
  private static NodeInfo info(RpcNodeBuilder builder, BrokerClock clock) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    List<ServiceInfo> services = ServiceCatalog.of(builder.skeletons);
    return new NodeInfo(
        builder.id,
        builder.incarnation,
        ProcessIdentity.PLACE,
        now,
        builder.version,
        builder.labels,
        services);
  }

  private static @Nullable Interceptor chain(List<Interceptor> interceptors) {
    return interceptors.isEmpty() ? null : Interceptor.chain(interceptors);
  }

  /** A node on this transport, which it closes if it owns it; so too if it cannot start. */
  static RpcNode started(RpcNodeBuilder builder, Transport transport, boolean owned) {
    RpcNode node;
    try {
      node = new RpcNode(builder, transport, owned);
    } catch (RuntimeException refused) {
      if (owned) {
        transport.close();
      }
      throw refused;
    }
    try {
      node.start();
    } catch (RuntimeException failed) {
      node.close();
      throw failed;
    }
    return node;
  }

  private void start() {
    membership.start();
    client.start();
    if (server == null) {
      return;
    }
    if (contracts.areCompared()) {
      hints =
          transport.listen(
              namespace.nodeEvents(), this::hinted); // before looking: no start is missed
      contracts.check(membership.registry().nodes());
      contracts.checkWaiting(server.misfitsThatWait());
    }
    membership.paused().hear();
    server.start();
  }

  private void hinted(byte[] event) {
    StartHint.read(event).ifPresent(contracts::started);
  }

  /** What others call this node by. */
  public String id() {
    return id;
  }

  /**
   * A way to the inbox of one node. Calls are refused at once if the node is not running, unless
   * the channel is made to wait: {@link RpcChannel#waitForProvider}.
   */
  public RpcChannel channelTo(String node) {
    return client.channelTo(node);
  }

  /**
   * A way to whoever provides the service that is called: whichever has room takes the call. Calls
   * are refused at once if nobody does, unless the channel is made to wait.
   */
  public RpcChannel channelToAny() {
    return client.channelToAny();
  }

  /**
   * A way to all nodes that provide the service which is called, each of which gets the call. Who
   * they are is read from the registry when the call is made. For stubs whose names end in {@code
   * AllStub}.
   */
  public RpcChannel channelToAll() {
    return client.channelToAll(
        service -> registry().providersOf(service).stream().map(NodeInfo::id).toList());
  }

  /** Who is there: the nodes that share a namespace, this one among them. */
  public NodeRegistry registry() {
    return membership.registry();
  }

  /** Whether the node is alive and ready, and why not. Costs next to nothing: asks nobody. */
  public NodeHealth health() {
    List<String> problems = new ArrayList<>();
    add(problems, transport.trouble());
    add(problems, membership.trouble());
    add(problems, client.trouble());
    add(problems, client.starvation());
    add(problems, server == null ? null : server.trouble());
    add(problems, drained ? "the node serves no more" : null);
    return closed.get() ? NodeHealth.CLOSED : NodeHealth.of(problems);
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
    membership.paused().pause(service, callers);
  }

  /** Ends a pause. Returns whether there was one. The same failures as of {@link #pause}. */
  public boolean resume(String service) {
    return membership.paused().resume(service);
  }

  /**
   * Which services are paused. Asks Redis.
   *
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<PausedService> pausedServices() {
    return membership.paused().ask();
  }

  /**
   * The requests to a service that were given up on, those that came by the queue that its
   * providers share.
   */
  public DeadLetters deadLetters(String service) {
    return new DeadLetters(transport, namespace.service(service), maxQueueLength);
  }

  /** The durable calls of a service, whoever submitted them. */
  public SubmittedCalls submittedCalls(String service) {
    return new SubmittedCalls(transport, namespace, service);
  }

  /** The requests that were given up on of those that came by the inbox of a node. */
  public DeadLetters inboxDeadLetters(String node) {
    QueueName inbox = namespace.inbox(Namespace.checked("a node id", node));
    return new DeadLetters(transport, inbox, maxQueueLength);
  }

  /**
   * What waits in the queue of a service, whoever serves it. Asks Redis, and waits for its answer.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public QueueStats queue(String service) {
    return QueueStats.of(transport, List.of(namespace.service(service))).get(0);
  }

  /**
   * The requests that wait in the queue of a service, those first that are taken next; nothing is
   * taken. Asks Redis, and waits for its answer.
   *
   * @param most how many at most; there are fewer, but one at least, if they are large
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<WaitingRequest> waiting(String service, int most) {
    return WaitingRequest.of(transport, namespace.service(service), most);
  }

  /** What waits in the inbox of a node; the same holds. */
  public QueueStats inbox(String node) {
    QueueName inbox = namespace.inbox(Namespace.checked("a node id", node));
    return QueueStats.of(transport, List.of(inbox)).get(0);
  }

  private static void add(List<String> problems, @Nullable String problem) {
    if (problem != null) {
      problems.add(problem);
    }
  }

  /** What the node is at now, and what it has dropped. */
  public NodeStats stats() {
    return new NodeStats(
        client.waitingCalls(),
        client.unclaimedReplies(),
        server == null ? 0 : server.requestsInHand(),
        server == null ? 0 : server.expired(),
        server == null ? 0 : server.redelivered(),
        server == null ? 0 : server.givenUp(),
        server == null ? 0 : server.openStreams(),
        transport.commandsSent());
  }

  /**
   * What waits in the queues that the node takes from: its inbox, and its services'. Asks Redis,
   * and waits for its answer.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public List<QueueStats> queues() {
    return server == null ? List.of() : QueueStats.of(transport, server.queues());
  }

  /**
   * Takes the node off the registry, and finishes the requests it has taken. Its own calls go on,
   * new ones too, until {@link #close}: so a program stops serving first, and then what called
   * through the node. Returns within what {@link RpcNodeBuilder#drain} says; not for
   * implementations that the node runs, which it would wait for. Does nothing the second time.
   */
  public void drain() {
    drainUntil(System.nanoTime() + drain.toNanos());
  }

  private void drainUntil(long end) {
    // Guard against race of drain and close, which must not end calls of requests that still run.
    synchronized (draining) {
      if (drained) {
        return;
      }
      drained = true;
      Transport.Listening listening = hints;
      if (listening != null) {
        listening.close();
      }
      membership.leave(leftUntil(end));
      if (server != null) {
        server.close(leftUntil(end));
      }
    }
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
    long end = System.nanoTime() + drain.toNanos();
    drainUntil(end);
    client.close(leftUntil(end));
    membership.close(leftUntil(end));
    if (owned) {
      transport.close();
    }
  }

  private static Duration leftUntil(long endNanos) {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }
}
