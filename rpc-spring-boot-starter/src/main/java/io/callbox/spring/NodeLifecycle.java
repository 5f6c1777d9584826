package io.callbox.spring;

import static io.callbox.rpc.StatusCode.UNAVAILABLE;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Starts the application's node with its context, and ends the node with the context.
 *
 * <p>The node starts when all beans exist, in {@link #PHASE}: before a web server takes requests
 * and before message listeners run, both of which may call through the node. When the context
 * begins to close, before anything else ends, the node {@link RpcNode#drain drains}: its running
 * requests still have all beans and thread pools. The node can make calls until {@link #PHASE} is
 * stopped, after the web server has finished its last request. Draining and closing each take at
 * most the time of {@link io.callbox.node.RpcNodeBuilder#drain}.
 *
 * <p>It keeps a program that serves running, like a web server, but not a program that only calls.
 *
 * <p>Used by one thread of the context at a time.
 */
final class NodeLifecycle
    implements SmartLifecycle, ApplicationListener<ContextClosedEvent>, Ordered {

  /**
   * The phase of the node: lower than the default, and than the phases of Boot's web servers and
   * Spring's message listeners.
   */
  static final int PHASE = Integer.MAX_VALUE - 8192;

  private static final String ADDRESS =
      "If the address of Redis, its user or its password is wrong, correct callbox.redis.uri, or"
          + " what the application has instead: a RedissonClient bean, or spring.data.redis. ";
  private static final String MORE =
      "docs/troubleshooting.md of Callbox has more about nodes that do not start. With --debug, the log"
          + " has the stack trace.";

  private static final Logger LOG = LoggerFactory.getLogger(NodeLifecycle.class);

  private final ApplicationContext context;
  private final NodeSettings settings;
  private final CurrentNode node;
  private final RemoteStubs stubs;
  private final ObjectProvider<NodeObserver> observers;
  private @Nullable KeepAlive keepAlive;

  NodeLifecycle(
      ApplicationContext context,
      NodeSettings settings,
      CurrentNode node,
      RemoteStubs stubs,
      ObjectProvider<NodeObserver> observers) {
    this.context = context;
    this.settings = settings;
    this.node = node;
    this.stubs = stubs;
    this.observers = observers;
  }

  @Override
  public void start() {
    if (isRunning()) {
      return;
    }
    settings.unknownProperties().forEach(LOG::warn);
    RpcNode started = started(settings.node());
    node.set(started);
    observers.orderedStream().forEach(each -> each.started(started));
    if (!settings.served().isEmpty()) {
      keepAlive = new KeepAlive();
    }
    LOG.info("node {} serves {}", started.id(), settings.served());
    Set<String> unused = stubs.unused();
    if (!unused.isEmpty()) {
      LOG.warn("callbox.clients has settings for {}, of which no stub is injected", unused);
    }
  }

  /**
   * Starts a node. A failure without a message does not tell the user what to do, so it keeps its
   * stack trace.
   */
  private static RpcNode started(RpcNodeBuilder builder) {
    try {
      return builder.start();
    } catch (RpcException | IllegalArgumentException | IllegalStateException refused) {
      if (refused.getMessage() == null) {
        throw refused;
      }
      throw new NodeNotStartedException(refused, isOfRedis(refused) ? ADDRESS + MORE : MORE);
    }
  }

  private static boolean isOfRedis(RuntimeException refused) {
    return refused instanceof RpcException failure
        ? failure.code() == UNAVAILABLE
        : refused instanceof IllegalArgumentException;
  }

  /** Runs when the context begins to close: no bean has ended yet. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    RpcNode current = node.orNull();
    if (current != null && event.getApplicationContext() == context) {
      current.drain();
    }
  }

  @Override
  public void stop() {
    RpcNode current = node.orNull();
    if (current != null) {
      current.close();
      node.set(null);
    }
    if (keepAlive != null) {
      keepAlive.close();
      keepAlive = null;
    }
  }

  @Override
  public boolean isRunning() {
    return node.orNull() != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /** Returns the order: the first of the listeners to the end of the context. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
