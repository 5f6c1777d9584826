package io.callbox.internal.gateway.calls;

import io.callbox.gateway.access.Caller;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Transport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A node for each caller, started with the caller's first call: what a worker sees as {@code from}
 * is the caller's own, and so are its ids and its list of replies. All share a transport. Safe for
 * use by many threads.
 */
public final class CallerNodes implements AutoCloseable {

  private final String gateway;
  private final Transport transport;
  private final UnaryOperator<RpcNodeBuilder> settings;
  private final int most;
  private final Map<Caller, RpcNode> nodes = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * Nodes of these settings.
   *
   * @param gateway what their ids begin with
   * @param most how many there may be
   */
  public CallerNodes(
      String gateway, Transport transport, UnaryOperator<RpcNodeBuilder> settings, int most) {
    this.gateway = gateway;
    this.transport = transport;
    this.settings = settings;
    this.most = most;
  }

  /**
   * The node of a caller.
   *
   * @throws RpcException if it cannot be started, or there are too many
   */
  RpcNode of(Caller caller) {
    RpcNode known = nodes.get(caller);
    if (known != null) {
      return known;
    }
    if (closed) {
      throw new RpcException(StatusCode.UNAVAILABLE, "the gateway closes");
    }
    if (nodes.size() >= most) {
      throw new RpcException(
          StatusCode.RESOURCE_EXHAUSTED, "the gateway serves " + most + " callers, and no more");
    }
    return nodes.computeIfAbsent(caller, this::start);
  }

  private RpcNode start(Caller caller) {
    RpcNodeBuilder builder = RpcNode.builder(gateway + '.' + caller.name()).transport(transport);
    return settings.apply(builder).start();
  }

  @Override
  public void close() {
    closed = true;
    nodes.values().forEach(RpcNode::close);
  }
}
