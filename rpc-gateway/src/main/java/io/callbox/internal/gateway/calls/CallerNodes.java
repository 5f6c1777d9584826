package io.callbox.internal.gateway.calls;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.gateway.access.Caller;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node for each caller, started with the caller's first call, so that each caller has its own
 * {@code from}, its own ids and its own reply list. All share a transport. If the maximum number is
 * reached, the node that was used least lately makes room, if it has been idle for so long that
 * none of its calls can be under way. Safe for use by many threads.
 */
public final class CallerNodes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CallerNodes.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String gateway;
  private final Transport transport;
  private final UnaryOperator<RpcNodeBuilder> settings;
  private final Bounds bounds;
  private final LongSupplier nanoTime;
  private final Map<Caller, CallerNode> nodes = new ConcurrentHashMap<>();

  /** Guards against race between callers that arrive: the first reserves its room. */
  private final Object room = new Object();

  @GuardedBy("room")
  private boolean closed;

  /**
   * The threads that start and close nodes, which takes seconds. There may be one for each node, so
   * callers that arrive do not wait for each other.
   */
  private final ExecutorService threads = Executors.newCachedThreadPool(CallerNodes::thread);

  /**
   * The bounds of the nodes.
   *
   * @param most the maximum number of nodes
   * @param idle the idle time after which a node may make room: longer than any call
   */
  public record Bounds(int most, Duration idle) {}

  /**
   * Creates nodes with these settings.
   *
   * @param gateway the beginning of their ids
   */
  public CallerNodes(
      String gateway, Transport transport, UnaryOperator<RpcNodeBuilder> settings, Bounds bounds) {
    this(gateway, transport, settings, bounds, System::nanoTime);
  }

  CallerNodes(
      String gateway,
      Transport transport,
      UnaryOperator<RpcNodeBuilder> settings,
      Bounds bounds,
      LongSupplier nanoTime) {
    this.gateway = gateway;
    this.transport = transport;
    this.settings = settings;
    this.bounds = bounds;
    this.nanoTime = nanoTime;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "callbox-gateway-callers");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Returns the node of a caller. Does not wait: neither for the start of this node, nor for the
   * close of the one that makes room.
   *
   * @return fails with an {@link RpcException} if it cannot be started, or there are too many
   */
  CompletableFuture<RpcNode> of(Caller caller) {
    CallerNode known = nodes.get(caller);
    if (known != null && known.use(nanoTime.getAsLong())) {
      return known.node();
    }
    synchronized (room) {
      CallerNode of = nodes.get(caller);
      if (of != null && of.use(nanoTime.getAsLong())) {
        return of.node();
      } else if (closed) {
        return refused(StatusCode.UNAVAILABLE, "the gateway closes");
      } else if (nodes.size() >= bounds.most && !makesRoom()) {
        return refused(
            StatusCode.RESOURCE_EXHAUSTED,
            "the gateway serves " + bounds.most + " callers at a time, and no more");
      }
      return started(caller);
    }
  }

  /**
   * Returns the node of a caller. Waits for its start, which has a bound.
   *
   * @throws RpcException as {@link #of}
   */
  RpcNode awaited(Caller caller) {
    try {
      return of(caller).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RpcException refused ? refused : failed;
    }
  }

  private static CompletableFuture<RpcNode> refused(StatusCode code, String why) {
    return CompletableFuture.failedFuture(new RpcException(code, why));
  }

  /**
   * Starts a node, which has its room already. A node that cannot be started gives its room back.
   */
  private CompletableFuture<RpcNode> started(Caller caller) {
    CompletableFuture<RpcNode> node = CompletableFuture.supplyAsync(() -> start(caller), threads);
    CallerNode created = new CallerNode(node, nanoTime.getAsLong());
    nodes.put(caller, created);
    node.whenComplete(
        (started, failure) -> {
          if (failure != null) {
            nodes.remove(caller, created);
          }
        });
    return node;
  }

  private RpcNode start(Caller caller) {
    RpcNodeBuilder builder = RpcNode.builder(gateway + '.' + caller.name()).transport(transport);
    return settings.apply(builder).start();
  }

  /** Gives up the node that was used least lately. Returns false if it was used recently. */
  private boolean makesRoom() {
    long now = nanoTime.getAsLong();
    Optional<Map.Entry<Caller, CallerNode>> oldest =
        nodes.entrySet().stream()
            .max(Comparator.comparingLong(each -> each.getValue().idleNanos(now)));
    if (oldest.isEmpty() || !oldest.get().getValue().giveUp(now, bounds.idle.toNanos())) {
      return false;
    }
    nodes.remove(oldest.get().getKey(), oldest.get().getValue());
    oldest.get().getValue().node().thenAcceptAsync(RpcNode::close, threads);
    return true;
  }

  /** Closes all nodes at once, and waits for them for a while. */
  @Override
  public void close() {
    synchronized (room) {
      closed = true;
    }
    CompletableFuture<?>[] closing =
        nodes.values().stream()
            .map(each -> each.node().thenAcceptAsync(RpcNode::close, threads))
            .map(each -> each.exceptionally(neverStarted -> null))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(closing)
        .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("nodes of callers still close after {}", PATIENCE);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
