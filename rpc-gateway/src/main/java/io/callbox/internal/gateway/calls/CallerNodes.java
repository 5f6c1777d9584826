package io.callbox.internal.gateway.calls;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A node for each caller, started with the caller's first call: what a worker sees as {@code from}
 * is the caller's own, and so are its ids and its list of replies. All share a transport. Where
 * there are as many as there may be, the one makes room that was used least lately, if it was not
 * for so long that none of its calls can be under way. Safe for use by many threads.
 */
public final class CallerNodes implements AutoCloseable {

  private final String gateway;
  private final Transport transport;
  private final UnaryOperator<RpcNodeBuilder> settings;
  private final Bounds bounds;
  private final LongSupplier nanoTime;
  private final Map<Caller, CallerNode> nodes = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * How many nodes there are.
   *
   * @param most at most
   * @param idle longer than any call is under way
   */
  public record Bounds(int most, Duration idle) {}

  /**
   * Nodes of these settings.
   *
   * @param gateway what their ids begin with
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

  /**
   * The node of a caller.
   *
   * @throws RpcException if it cannot be started, or there are too many
   */
  RpcNode of(Caller caller) {
    CallerNode known = nodes.get(caller);
    if (known != null && known.use(nanoTime.getAsLong())) {
      return known.node();
    }
    if (closed) {
      throw new RpcException(StatusCode.UNAVAILABLE, "the gateway closes");
    }
    if (nodes.size() >= bounds.most && !makesRoom()) {
      throw new RpcException(
          StatusCode.RESOURCE_EXHAUSTED,
          "the gateway serves " + bounds.most + " callers at a time, and no more");
    }
    return nodes.compute(caller, this::usedOrStarted).node();
  }

  private CallerNode usedOrStarted(Caller caller, @Nullable CallerNode known) {
    return known != null && known.use(nanoTime.getAsLong()) ? known : start(caller);
  }

  private CallerNode start(Caller caller) {
    RpcNodeBuilder builder = RpcNode.builder(gateway + '.' + caller.name()).transport(transport);
    return new CallerNode(settings.apply(builder).start(), nanoTime.getAsLong());
  }

  /** Closes the node that was used least lately; false if that is not long ago. */
  private boolean makesRoom() {
    long now = nanoTime.getAsLong();
    Optional<Map.Entry<Caller, CallerNode>> oldest =
        nodes.entrySet().stream()
            .max(Comparator.comparingLong(each -> each.getValue().idleNanos(now)));
    if (oldest.isEmpty() || !oldest.get().getValue().giveUp(now, bounds.idle.toNanos())) {
      return false;
    }
    nodes.remove(oldest.get().getKey(), oldest.get().getValue());
    oldest.get().getValue().node().close();
    return true;
  }

  @Override
  public void close() {
    closed = true;
    nodes.values().forEach(each -> each.node().close());
  }
}
