package io.callbox.testkit;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts nodes that reach each other, and closes them together.
 *
 * <p>Not safe for use by many threads; the nodes are. The code that creates it closes it, which
 * closes all its nodes at once.
 *
 * <pre>{@code
 * try (Nodes nodes = Nodes.inMemory()) {
 *   Greeter greeter = new GreeterStub(nodes.serving(new GreeterSkeleton(name -> "Hello")));
 *   greeter.greet("world");
 * }
 * }</pre>
 */
public final class Nodes implements AutoCloseable {

  private static final String CLIENT = "client";

  /** The maximum time, in real time, until a heartbeat begins. */
  private static final long HEART_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Function<String, RpcNodeBuilder> builders;
  private final @Nullable VirtualClock clock;
  private final Consumer<RpcNode> started;
  private final Deque<RpcNode> open = new ArrayDeque<>();
  private @Nullable RpcNode client;
  private int servers;

  /**
   * Starts nodes with these builders.
   *
   * @param builders returns a builder for a node id, with the node's connection already set
   */
  public Nodes(Function<String, RpcNodeBuilder> builders) {
    this(builders, null, node -> {});
  }

  private Nodes(
      Function<String, RpcNodeBuilder> builders,
      @Nullable VirtualClock clock,
      Consumer<RpcNode> started) {
    this.builders = builders;
    this.clock = clock;
    this.started = started;
  }

  /**
   * Starts nodes in the time of this clock, with these builders.
   *
   * @param started receives each node after its start
   */
  public static Nodes of(
      VirtualClock clock, Function<String, RpcNodeBuilder> builders, Consumer<RpcNode> started) {
    return new Nodes(builders, clock, started);
  }

  /** Creates nodes within this process, in real time. */
  public static Nodes inMemory() {
    return over(new InMemoryTransport());
  }

  /** Creates nodes within this process, in the time of this clock. */
  public static Nodes inMemory(VirtualClock clock) {
    return over(new InMemoryTransport(clock));
  }

  /** Creates nodes that share a transport. The caller closes the transport after them. */
  public static Nodes over(Transport transport) {
    return over(transport, node -> transport);
  }

  /**
   * Creates nodes with separate transports to one broker; {@code broker} is a transport of that
   * broker.
   */
  public static Nodes over(Transport broker, Function<String, Transport> transports) {
    return new Nodes(
        id -> RpcNode.builder(id).transport(transports.apply(id)),
        broker.clock() instanceof VirtualClock virtual ? virtual : null,
        node -> {});
  }

  /** Starts a node with a new id that serves these, and returns a channel to it. */
  public RpcChannel serving(ServiceSkeleton... skeletons) {
    RpcNode server = start("server-" + ++servers, skeletons);
    return client().channelTo(server.id());
  }

  /** Starts a node that serves these; without skeletons, it only calls. */
  public RpcNode start(String id, ServiceSkeleton... skeletons) {
    return start(id, builder -> builder, skeletons);
  }

  /** Starts a node with further settings. */
  public RpcNode start(
      String id, UnaryOperator<RpcNodeBuilder> settings, ServiceSkeleton... skeletons) {
    Set<Thread> before = clock == null ? Set.of() : heartsOf(id);
    RpcNodeBuilder builder = settings.apply(builders.apply(id));
    for (ServiceSkeleton skeleton : skeletons) {
      builder.register(skeleton);
    }
    RpcNode node = builder.start();
    open.push(node);
    started.accept(node);
    if (clock != null) {
      awaitHeartbeat(clock, id, before);
    }
    return node;
  }

  /** Returns the node that only calls, and starts it at the first call. */
  public RpcNode client() {
    if (client == null) {
      client = start(CLIENT);
    }
    return client;
  }

  /** Returns a channel to any provider of the called service. */
  public RpcChannel channelToAny() {
    return client().channelToAny();
  }

  /** Closes one node before the others. */
  public void stop(RpcNode node) {
    open.remove(node);
    node.close();
  }

  /**
   * Waits for a heartbeat. Time must not pass before a new node's heartbeat waits in it; an earlier
   * node with the same id may still beat.
   */
  private static void awaitHeartbeat(VirtualClock clock, String id, Set<Thread> before) {
    long end = System.nanoTime() + HEART_NANOS;
    Predicate<Thread> isNew = thread -> heartOf(id).test(thread) && !before.contains(thread);
    while (clock.waiting(isNew) == 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the heart of " + id + " does not beat");
      }
      LockSupport.parkNanos(50_000);
    }
  }

  private static Set<Thread> heartsOf(String id) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(heartOf(id))
        .collect(Collectors.toSet());
  }

  private static Predicate<Thread> heartOf(String id) {
    return thread -> thread.getName().equals("callbox-" + id + "-heartbeat");
  }

  /**
   * With a Redis, each node waits about a second for its last take, so all nodes close together.
   */
  @Override
  public void close() {
    Stream<CompletableFuture<Void>> closing =
        open.stream().map(node -> CompletableFuture.runAsync(node::close, Nodes::inItsOwnThread));
    CompletableFuture.allOf(closing.toArray(CompletableFuture<?>[]::new)).join();
    open.clear();
    client = null;
  }

  private static void inItsOwnThread(Runnable task) {
    new Thread(task, "callbox-testkit-close").start();
  }
}
