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
 * A node for each caller, which starts with the caller's first call. So each caller has its own
 * {@code from}, its own ids and its own reply list. All nodes share a transport. Safe for use by
 * many threads.
 */
public final class CallerNodes implements AutoCloseable {

  private final String gateway;
  private final Transport transport;
  private final UnaryOperator<RpcNodeBuilder> settings;
  private final int most;
  private final Map<Caller, RpcNode> nodes = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * Creates no nodes yet.
   *
   * @param gateway the beginning of their ids
   * @param most the maximum number of nodes
   */
  public CallerNodes(
      String gateway, Transport transport, UnaryOperator<RpcNodeBuilder> settings, int most) {
    this.gateway = gateway;
    this.transport = transport;
    this.settings = settings;
    this.most = most;
  }

  /**
   * Returns the node of a caller.
   *
   * @throws RpcException if the node cannot start, or if there are too many
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
