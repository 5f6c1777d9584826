package io.callbox.gateway;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Authorizer;
import io.callbox.rpc.Interceptor;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/** Describes a gateway before it starts. Not safe for use by many threads. */
public final class GatewayBuilder {

  private static final int DEFAULT_PORT = 8420;

  String id = "gateway-" + Integer.toString(new SecureRandom().nextInt(1 << 30), 36);
  InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), DEFAULT_PORT);
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

  /** Connects to a Redis, as {@code RpcNodeBuilder.redis} does. */
  public GatewayBuilder redis(String uri) {
    this.transport = () -> RedissonTransport.connect(uri);
    this.ownsTransport = true;
    return this;
  }

  /** Uses a client of the caller's, who closes it after the gateway. */
  public GatewayBuilder redisson(RedissonClient client) {
    this.transport = () -> RedissonTransport.of(client);
    this.ownsTransport = true;
    return this;
  }

  /** Uses a transport of the caller's, who closes it after the gateway. */
  public GatewayBuilder transport(Transport newTransport) {
    this.transport = () -> newTransport;
    this.ownsTransport = false;
    return this;
  }

  /** The namespace of the services. None by default. */
  public GatewayBuilder namespace(String name) {
    this.namespace = name;
    return this;
  }

  /**
   * What the ids of the gateway's nodes begin with: callers are {@code <id>.<caller>} to workers.
   * {@code gateway-} and a random part by default, so that several gateways do not meet.
   */
  public GatewayBuilder id(String newId) {
    this.id = newId;
    return this;
  }

  /**
   * Where to listen: {@code host:port}, and port 0 for any that is free. {@code 127.0.0.1:8420} by
   * default.
   */
  public GatewayBuilder listen(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "an address is host:port, for example 127.0.0.1:8420, got '" + hostAndPort + "'");
    }
    String host = hostAndPort.substring(0, colon).replaceAll("^\\[|]$", "");
    this.address = new InetSocketAddress(known(host), port(hostAndPort.substring(colon + 1)));
    return this;
  }

  private static InetAddress known(String host) {
    try {
      return InetAddress.getAllByName(host)[0];
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException("no address is known of '" + host + "'", unknown);
    }
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException("'" + text + "' is no port", malformed);
    }
  }

  /** Who may come in. Needed where anybody else than this machine can reach the gateway. */
  public GatewayBuilder authenticator(Authenticator newAuthenticator) {
    this.authenticator = newAuthenticator;
    return this;
  }

  /** What those may do who have come in: everything by default. */
  public GatewayBuilder authorizer(Authorizer newAuthorizer) {
    this.authorizer = newAuthorizer;
    return this;
  }

  /**
   * Shows these methods and no others: {@code Service.method}, or {@code Service.*}. All that is
   * served by default.
   */
  public GatewayBuilder expose(String... methods) {
    this.exposed = Exposed.of(List.of(methods));
    return this;
  }

  /** Lets pages of this origin, {@code https://shop.example}, use the gateway. None by default. */
  public GatewayBuilder allowOrigin(String origin) {
    origins.add(origin);
    return this;
  }

  /** How long a call may take at most, whatever its caller says: 60 seconds by default. */
  public GatewayBuilder timeout(Duration longest) {
    this.timeout = positive(longest);
    return this;
  }

  /** How long a client may take for a request, or do nothing: 30 seconds by default. */
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

  /** How many bytes the body of a request may have: 1 MiB by default. */
  public GatewayBuilder maxBodyBytes(int bytes) {
    this.maxBodyBytes = atLeastOne(bytes);
    return this;
  }

  /** How many connections there may be; others wait to be accepted. 1,000 by default. */
  public GatewayBuilder maxConnections(int connections) {
    this.maxConnections = atLeastOne(connections);
    return this;
  }

  /** How many requests may be under way; more are refused with 503. 1,000 by default. */
  public GatewayBuilder maxConcurrentRequests(int requests) {
    this.maxConcurrent = atLeastOne(requests);
    return this;
  }

  /** How many requests a caller may send a second; more get 429. 1,000 by default. */
  public GatewayBuilder maxRequestsPerSecond(int requests) {
    this.maxPerSecond = atLeastOne(requests);
    return this;
  }

  /** How many callers there may be, each with a node of its own: 100 by default. */
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

  /** Lets the console call, replay, drop, pause and cancel. It only shows by default. */
  public GatewayBuilder allowActions() {
    this.allowActions = true;
    return this;
  }

  /** Has the console show neither arguments nor results, but how long they are. */
  public GatewayBuilder maskPayloads() {
    this.maskPayloads = true;
    return this;
  }

  /** Stands in the way of the calls that the gateway makes: for traces, say. */
  public GatewayBuilder intercept(Interceptor interceptor) {
    interceptors.add(interceptor);
    return this;
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalStateException if others than this machine could reach it and no authenticator
   *     is set
   * @throws IOException if the address cannot be listened on
   */
  public Gateway start() throws IOException {
    if (authenticator == null && !address.getAddress().isLoopbackAddress()) {
      throw new IllegalStateException(
          address.getHostString()
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
   * Starts without listening, for a server of the user's: {@link GatewayServlet}, or {@link
   * Gateway#handler}.
   *
   * @throws IllegalStateException if no authenticator is set, as nobody knows who reaches it
   */
  public Gateway mount() {
    if (authenticator == null) {
      throw new IllegalStateException(
          "a gateway that is mounted in another server needs an authenticator");
    }
    return Gateway.start(this);
  }
}
