package io.callbox.gateway;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Authorizer;
import io.callbox.rpc.Interceptor;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/** Builds a gateway. For use by one thread only. */
public final class GatewayBuilder {

  String id = "gateway-" + Integer.toString(new SecureRandom().nextInt(1 << 30), 36);
  ListenAddress address = ListenAddress.DEFAULT;
  Exposed exposed = Exposed.ALL;
  Authorizer authorizer = Authorizer.ALL;
  Duration timeout = Duration.ofSeconds(60);
  Duration patience = Duration.ofSeconds(30);
  int maxBodyBytes = 1 << 20;
  int maxConnections = 1_000;
  int maxConcurrent = 1_000;
  int maxPerSecond = 1_000;
  int maxCallers = 100;
  boolean allowActions;
  boolean maskPayloads;
  final Set<String> origins = new LinkedHashSet<>();
  final List<Interceptor> interceptors = new ArrayList<>();
  @Nullable Authenticator authenticator;
  @Nullable String namespace;
  @Nullable Supplier<Transport> transport;
  boolean ownsTransport;

  GatewayBuilder() {}

  /** Connects to a Redis, like {@code RpcNodeBuilder.redis}. */
  public GatewayBuilder redis(String uri) {
    this.transport = () -> RedissonTransport.connect(uri);
    this.ownsTransport = true;
    return this;
  }

  /** Uses your Redisson client, which you close after the gateway. */
  public GatewayBuilder redisson(RedissonClient client) {
    this.transport = () -> RedissonTransport.of(client);
    this.ownsTransport = true;
    return this;
  }

  /** Uses your transport, which you close after the gateway. */
  public GatewayBuilder transport(Transport newTransport) {
    this.transport = () -> newTransport;
    this.ownsTransport = false;
    return this;
  }

  /** Sets the namespace of the services. None by default. */
  public GatewayBuilder namespace(String name) {
    this.namespace = name;
    return this;
  }

  /**
   * Sets the beginning of the ids of the gateway's nodes: workers see a caller as {@code
   * <id>.<caller>}. By default it is {@code gateway-} and a random part, so that several gateways
   * have different ids.
   */
  public GatewayBuilder id(String newId) {
    this.id = newId;
    return this;
  }

  /**
   * Sets the address to listen on: {@code host:port}, with port 0 for a free port. {@code
   * 127.0.0.1:8420} by default.
   */
  public GatewayBuilder listen(String hostAndPort) {
    this.address = ListenAddress.of(hostAndPort);
    return this;
  }

  /**
   * Sets the authenticator, which identifies callers. Required if other machines can reach the
   * gateway.
   */
  public GatewayBuilder authenticator(Authenticator newAuthenticator) {
    this.authenticator = newAuthenticator;
    return this;
  }

  /** Sets the authorizer, which decides what callers may do: everything by default. */
  public GatewayBuilder authorizer(Authorizer newAuthorizer) {
    this.authorizer = newAuthorizer;
    return this;
  }

  /**
   * Exposes only these methods: {@code Service.method}, or {@code Service.*}. All served methods by
   * default.
   */
  public GatewayBuilder expose(String... methods) {
    this.exposed = Exposed.of(List.of(methods));
    return this;
  }

  /**
   * Allows web pages of this origin, such as {@code https://shop.example}, to use the gateway. None
   * by default.
   */
  public GatewayBuilder allowOrigin(String origin) {
    origins.add(origin);
    return this;
  }

  /** Sets the maximum timeout of a call: 60 seconds by default. */
  public GatewayBuilder timeout(Duration longest) {
    this.timeout = positive(longest);
    return this;
  }

  /** Sets the maximum time that a client takes for a request, or is idle: 30 seconds by default. */
  public GatewayBuilder patience(Duration longest) {
    this.patience = positive(longest);
    return this;
  }

  private static Duration positive(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a duration must be positive, got " + duration);
    }
    return duration;
  }

  /** Sets the maximum size of a request's body in bytes: 1 MiB by default. */
  public GatewayBuilder maxBodyBytes(int bytes) {
    this.maxBodyBytes = atLeastOne(bytes);
    return this;
  }

  /** Sets the maximum number of connections; others wait to be accepted. 1,000 by default. */
  public GatewayBuilder maxConnections(int connections) {
    this.maxConnections = atLeastOne(connections);
    return this;
  }

  /**
   * Sets the maximum number of requests under way; the gateway refuses more with 503. 1,000 by
   * default.
   */
  public GatewayBuilder maxConcurrentRequests(int requests) {
    this.maxConcurrent = atLeastOne(requests);
    return this;
  }

  /**
   * Sets the maximum number of requests per second of one caller; the gateway refuses more with
   * 429. 1,000 by default.
   */
  public GatewayBuilder maxRequestsPerSecond(int requests) {
    this.maxPerSecond = atLeastOne(requests);
    return this;
  }

  /**
   * Sets the maximum number of callers at a time, each of which has its own node: 100 by default. A
   * caller that has been idle for twice the {@link #timeout} makes room for another.
   */
  public GatewayBuilder maxCallers(int callers) {
    this.maxCallers = atLeastOne(callers);
    return this;
  }

  private static int atLeastOne(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("a bound is at least 1, got " + number);
    }
    return number;
  }

  /** Allows the console to call, replay, drop, pause and cancel. By default it only shows. */
  public GatewayBuilder allowActions() {
    this.allowActions = true;
    return this;
  }

  /** Makes the console show only the length of arguments and results. */
  public GatewayBuilder maskPayloads() {
    this.maskPayloads = true;
    return this;
  }

  /** Adds an interceptor for the calls that the gateway makes, for example for traces. */
  public GatewayBuilder intercept(Interceptor interceptor) {
    interceptors.add(interceptor);
    return this;
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalStateException if other machines could reach it and no authenticator is set
   * @throws IOException if it cannot listen on the address
   */
  public Gateway start() throws IOException {
    if (authenticator == null && !address.isLoopback()) {
      throw new IllegalStateException(
          address.socket().getHostString()
              + " can be reached by others: set an authenticator, such as Authenticator.tokens,"
              + " or listen on 127.0.0.1");
    }
    Gateway gateway = Gateway.start(this);
    try {
      gateway.listen(address, maxConnections, patience);
    } catch (IOException | RuntimeException failed) {
      gateway.close();
      throw failed;
    }
    return gateway;
  }

  /** Starts without listening, for {@link Gateway#serveMcp}. */
  public Gateway local() {
    return Gateway.start(this);
  }

  /**
   * Starts without listening, for your own server: {@link GatewayServlet}, {@link GatewayHandler},
   * or {@link Gateway#handler}.
   *
   * @throws IllegalStateException if no authenticator is set, because the gateway does not know who
   *     can reach it
   */
  public Gateway mount() {
    if (authenticator == null) {
      throw new IllegalStateException(
          "a gateway that is mounted in another server needs an authenticator");
    }
    return Gateway.start(this);
  }
}
