package io.callbox.node;

import static io.callbox.node.NodeSettings.atLeast;

import io.callbox.internal.server.reply.FailureReports;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.AckMode;
import io.callbox.transport.Namespace;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.slf4j.event.Level;

/** Builds a node. For use by one thread only. */
public final class RpcNodeBuilder {

  private final NodeSettings settings;
  private @Nullable Supplier<Transport> transport;
  private boolean owned;

  RpcNodeBuilder(String id) {
    this.settings = new NodeSettings(Namespace.checked("a node id", id));
  }

  /**
   * Connects with a Redisson client of the node's own, which the node closes.
   *
   * @param uri {@code redis://[user:password@]host:port[/database]}, or {@code rediss://} for TLS.
   *     The user and password end at the last {@code @}; a {@code %} in them is written {@code
   *     %25}, a colon in the user {@code %3A}. If a part of the URI is not supported, {@link
   *     #start} throws an {@link IllegalArgumentException}
   */
  public RpcNodeBuilder redis(String uri) {
    return through(() -> RedissonTransport.connect(uri), true);
  }

  /**
   * Uses your Redisson client, which you close after the node. A node that serves needs a
   * connection for each of its services and its inbox, and some more; Redisson's pool has 64.
   */
  public RpcNodeBuilder redisson(RedissonClient client) {
    return through(() -> RedissonTransport.of(client), true);
  }

  /** Uses your transport, which you close after the node. */
  public RpcNodeBuilder transport(Transport newTransport) {
    return through(() -> newTransport, false);
  }

  /**
   * Sets a prefix of every key, so that several environments can share a Redis. None by default.
   *
   * @throws IllegalArgumentException unless it is 1 to 128 letters, digits, {@code _}, {@code .}
   *     and {@code -}, or if keys without a namespace begin with it, such as {@code nodes}
   */
  public RpcNodeBuilder namespace(String name) {
    settings.namespace = Namespace.of(name);
    return this;
  }

  /** Sets the timeout of calls that have no other: 30 seconds by default. */
  public RpcNodeBuilder timeout(Duration newTimeout) {
    settings.timeout = atLeast(Duration.ofNanos(1), newTimeout, "a timeout must be positive");
    return this;
  }

  /**
   * Sets the maximum number of requests in hand, running or about to run: 256 by default. Without
   * this setting, a node whose own threads run quick requests has more in hand: as many as it
   * served in the last few milliseconds, up to 1,024. If the requests of some services take all
   * places, it also has a few of each other service.
   */
  public RpcNodeBuilder concurrency(int requests) {
    settings.concurrency = atLeast(1, requests, "concurrency must be at least 1");
    settings.mostInHand = requests;
    return this;
  }

  /** Sets the maximum size of a request or response in bytes: 1 MiB by default. */
  public RpcNodeBuilder maxMessageBytes(int bytes) {
    settings.maxMessageBytes = atLeast(1024, bytes, "messages need 1024 bytes at least");
    return this;
  }

  /**
   * Sets the maximum number of elements in a queue to which this node sends: 10,000 by default. An
   * element is a request, or several small requests that were sent together. With a number below
   * 1,000, each request is an element of its own. The node does not push more: its calls then fail
   * with {@code RESOURCE_EXHAUSTED}.
   */
  public RpcNodeBuilder maxQueueLength(int elements) {
    settings.maxQueueLength = atLeast(1, elements, "a queue needs room for a request");
    return this;
  }

  /**
   * Sets the maximum number of streams that this node produces at a time: 10,000 by default. It
   * refuses more.
   */
  public RpcNodeBuilder maxStreams(int streams) {
    settings.maxStreams = atLeast(1, streams, "at least one stream must be allowed");
    return this;
  }

  /**
   * Sets whether and when a request that could not be sent is sent again: {@link
   * RetryPolicy#DEFAULT} by default.
   */
  public RpcNodeBuilder retries(RetryPolicy policy) {
    settings.retries = policy;
    return this;
  }

  /** Sets when this node acknowledges a request: {@link AckMode#ON_ANSWER} by default. */
  public RpcNodeBuilder acknowledge(AckMode mode) {
    settings.acknowledge = mode;
    return this;
  }

  /**
   * Sets the time after its last heartbeat at which this node counts as dead: 6 seconds by default.
   * There are three heartbeats in that time. Other nodes then take over its requests.
   */
  public RpcNodeBuilder lease(Duration newLease) {
    settings.lease = atLeast(Duration.ofMillis(300), newLease, "a lease lasts 300 ms at least");
    return this;
  }

  /**
   * Sets the maximum duration of {@link RpcNode#close}, in which running requests end and are
   * answered, even if Redis cannot be reached. 10 seconds by default.
   */
  public RpcNodeBuilder drain(Duration bound) {
    settings.drain = atLeast(Duration.ZERO, bound, "a node cannot drain for less than nothing");
    return this;
  }

  /**
   * Sends callers the messages of exceptions that implementations throw without declaring them.
   * Otherwise callers receive an error id, which finds the log entry, and the exception's class
   * name.
   */
  public RpcNodeBuilder exposeFailures() {
    settings.failures =
        new FailureReports.Terms(true, settings.failures.level(), settings.failures.perMinute());
    return this;
  }

  /**
   * Sets how the node logs exceptions that implementations throw without declaring them. Each is
   * logged once, with its stack trace; by default at {@code WARN}, and at most 60 a minute.
   *
   * @param perMinute the maximum number per minute; 0 for none
   */
  public RpcNodeBuilder logFailures(Level level, int perMinute) {
    settings.failures = new FailureReports.Terms(settings.failures.exposed(), level, perMinute);
    return this;
  }

  /**
   * Sets the executor that runs implementations instead of the node's own threads. You shut it down
   * yourself. If it has one thread for each task, such as virtual threads, {@link #concurrency}
   * limits their number.
   */
  public RpcNodeBuilder executor(Executor newExecutor) {
    settings.executor = newExecutor;
    return this;
  }

  /** Sets the program's version, which the registry and {@code rpc.info} show. */
  public RpcNodeBuilder version(String newVersion) {
    settings.version = newVersion;
    return this;
  }

  /** Adds a label, which the registry and {@code rpc.info} show. */
  public RpcNodeBuilder label(String name, String value) {
    settings.labels.put(name, value);
    return this;
  }

  /**
   * Allows several processes to use this node's id, if each of them sets this: they share the
   * inbox, and the registry shows one of them. Without it, the second process does not start. Such
   * a node cannot produce streams, because a reader's messages could reach another process.
   */
  public RpcNodeBuilder sharedId() {
    settings.sharedId = true;
    return this;
  }

  /**
   * Sets the reaction of the node at its start if other nodes serve another version of its
   * services: {@link ContractMode#WARN} by default.
   */
  public RpcNodeBuilder contracts(ContractMode mode) {
    settings.contracts = mode;
    return this;
  }

  /** Registers a service to serve. */
  public RpcNodeBuilder register(ServiceSkeleton skeleton) {
    settings.skeletons.add(skeleton);
    return this;
  }

  /** Adds an interceptor to the calls that the node makes and to those that it serves. */
  public RpcNodeBuilder intercept(Interceptor interceptor) {
    return interceptClient(interceptor).interceptServer(interceptor);
  }

  /** Adds an interceptor to the calls that the node makes, inside those already added. */
  public RpcNodeBuilder interceptClient(Interceptor interceptor) {
    settings.clientInterceptors.add(interceptor);
    return this;
  }

  /** Adds an interceptor to the calls that the node serves, inside those already added. */
  public RpcNodeBuilder interceptServer(Interceptor interceptor) {
    settings.serverInterceptors.add(interceptor);
    return this;
  }

  /**
   * Starts the node: connects to Redis, and serves the registered services.
   *
   * <p>If a node with this id has crashed on another machine, this waits until its lease ends.
   *
   * @throws IllegalArgumentException if a part of the URI of Redis is not supported
   * @throws IllegalStateException if no way to reach Redis is set; if another process uses this id
   *     (the message says where); or if another node serves an incompatible contract, see {@link
   *     ContractMode}
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if Redis cannot be reached, rejects the
   *     user and password, or has no such database; {@code PERMISSION_DENIED} if the Redis user
   *     lacks a right that the node needs
   */
  public RpcNode start() {
    if (transport == null) {
      throw new IllegalStateException("call redis(uri), redisson(client) or transport(transport)");
    }
    settings.check();
    return new RpcNode(
        NodeParts.started(settings, transport.get(), owned), settings.maxQueueLength);
  }

  private RpcNodeBuilder through(Supplier<Transport> newTransport, boolean newOwned) {
    if (transport != null) {
      throw new IllegalStateException("the way to Redis is set already");
    }
    this.transport = newTransport;
    this.owned = newOwned;
    return this;
  }
}
