package io.callbox.gateway;

import io.callbox.internal.gateway.calls.CallerNodes;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.RawCalls;
import io.callbox.internal.gateway.console.Console;
import io.callbox.internal.gateway.console.ConsoleSettings;
import io.callbox.internal.gateway.http.Endpoint;
import io.callbox.internal.gateway.http.Endpoint.Access;
import io.callbox.internal.gateway.http.Front;
import io.callbox.internal.gateway.http.JettyDoor;
import io.callbox.internal.gateway.http.JettyServer;
import io.callbox.internal.gateway.http.Origins;
import io.callbox.internal.gateway.http.Rate;
import io.callbox.internal.gateway.http.ServletDoor;
import io.callbox.internal.gateway.mcp.McpRoute;
import io.callbox.internal.gateway.mcp.McpService;
import io.callbox.internal.gateway.mcp.McpStdio;
import io.callbox.internal.gateway.rpc.JsonRpcRoute;
import io.callbox.internal.gateway.rpc.OpenRpcRoute;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.transport.Namespace;
import io.callbox.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A door to the services that share a Redis, for whoever speaks HTTP: JSON-RPC 2.0 at {@code POST
 * /rpc}, and what there is to call at {@code GET /openrpc.json}; for language models, the Model
 * Context Protocol at {@code POST /mcp}; and for people, a console at {@code GET /}.
 *
 * <p>Only what is served and exposed can be called. Each caller has a node of its own, which
 * workers see as {@code from}. Bodies, connections, requests and times are bounded.
 *
 * <p>Safe for use by many threads. Whoever starts a gateway closes it.
 *
 * <pre>{@code
 * try (Gateway gateway = Gateway.builder().redis(uri).listen("127.0.0.1:8420").start()) {
 *   System.out.println(gateway.uri());
 *   ...
 * }
 * }</pre>
 */
public final class Gateway implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private final Transport transport;
  private final boolean ownsTransport;
  private final RpcNode node;
  private final Directory directory;
  private final CallerNodes callers;
  private final GatewayBuilder settings;
  private final McpService mcp;
  private final Console console;
  private final List<Endpoint> endpoints;
  private @Nullable JettyServer server;
  private @Nullable URI uri;

  private Gateway(GatewayBuilder settings, Transport transport, RpcNode node) {
    this.settings = settings;
    this.transport = transport;
    this.ownsTransport = settings.ownsTransport;
    this.node = node;
    this.directory = new Directory(node, settings.exposed);
    this.callers =
        new CallerNodes(
            settings.id, transport, each -> withSettings(each, settings), settings.maxCallers);
    RawCalls calls = new RawCalls(directory, callers, settings.authorizer, settings.timeout);
    OpenRpcRoute document = new OpenRpcRoute(directory, "Callbox");
    List<Endpoint> all = new ArrayList<>();
    all.add(new Endpoint("POST", "/rpc", Access.CALLER, new JsonRpcRoute(calls, document)));
    all.add(new Endpoint("GET", "/openrpc.json", Access.VIEWER, document));
    this.mcp = new McpService(directory, calls, settings.authorizer, settings.timeout);
    all.add(new Endpoint("POST", "/mcp", Access.CALLER, new McpRoute(mcp)));
    this.console =
        new Console(
            node,
            transport,
            directory,
            calls,
            new ConsoleSettings(
                settings.namespace == null ? Namespace.NONE : Namespace.of(settings.namespace),
                settings.authorizer,
                settings.allowActions,
                settings.maskPayloads),
            settings.authenticator);
    all.addAll(console.endpoints());
    this.endpoints = List.copyOf(all);
  }

  /** Starts describing a gateway. */
  public static GatewayBuilder builder() {
    return new GatewayBuilder();
  }

  /** Starts without listening. What it has started by then, it closes if it fails. */
  static Gateway start(GatewayBuilder settings) {
    Supplier<Transport> made = settings.transport;
    if (made == null) {
      throw new IllegalStateException("say which Redis to use: redis(uri), or transport(...)");
    }
    Transport transport = made.get();
    try {
      RpcNode node =
          withSettings(RpcNode.builder(settings.id).transport(transport), settings).start();
      return on(node, transport, settings);
    } catch (RuntimeException failed) {
      if (settings.ownsTransport) {
        transport.close();
      }
      throw failed;
    }
  }

  private static Gateway on(RpcNode node, Transport transport, GatewayBuilder settings) {
    try {
      return new Gateway(settings, transport, node);
    } catch (RuntimeException failed) {
      node.close();
      throw failed;
    }
  }

  private static RpcNodeBuilder withSettings(RpcNodeBuilder builder, GatewayBuilder settings) {
    String namespace = settings.namespace;
    if (namespace != null) {
      builder.namespace(namespace);
    }
    settings.interceptors.forEach(builder::interceptClient);
    return builder.timeout(settings.timeout).label("callbox.role", "gateway");
  }

  void listen(InetSocketAddress address, int connections, Duration patience) throws IOException {
    InetAddress host = address.getAddress();
    JettyServer started = new JettyServer(address, connections, patience);
    server = started;
    int port = started.bind();
    boolean anonymous = settings.authenticator == null;
    started.start(door(anonymous ? loopbackNames(host, port) : Set.of()));
    String name = host.getHostAddress();
    uri = URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port);
    LOG.info("gateway {} listens on {}", settings.id, uri);
  }

  private static Set<String> loopbackNames(InetAddress host, int port) {
    Set<String> names = new LinkedHashSet<>();
    for (String each : List.of("localhost", "127.0.0.1", "[::1]", host.getHostAddress())) {
      names.add(each + ":" + port);
    }
    return names;
  }

  private JettyDoor door(Set<String> hosts) {
    return new JettyDoor(front(hosts), settings.patience);
  }

  private Front front(Set<String> hosts) {
    return new Front(
        endpoints,
        new Front.Rules(
            settings.authenticator,
            console.sessions(),
            new Origins(settings.origins, hosts),
            new Rate(settings.maxPerSecond),
            settings.maxBodyBytes,
            settings.maxConcurrent));
  }

  ServletDoor servletDoor() {
    return new ServletDoor(front(Set.of()), settings.patience);
  }

  /** Where it listens, {@code http://127.0.0.1:8420}; empty if it is mounted elsewhere. */
  public Optional<URI> uri() {
    return Optional.ofNullable(uri);
  }

  /**
   * The gateway as a handler of Jetty 12, for a server of the user's, who bounds its connections:
   * {@code new ContextHandler(gateway.handler(), "/callbox")}. Each call gives a new one.
   */
  public Handler handler() {
    return door(Set.of());
  }

  /**
   * Answers one client of the Model Context Protocol, a message a line, until its input ends. For a
   * gateway that is {@link GatewayBuilder#local local}: whoever started the program is trusted.
   *
   * @throws IOException if the input cannot be read
   */
  public void serveMcp(InputStream in, OutputStream out) throws IOException {
    new McpStdio(mcp, in, out, settings.maxBodyBytes).run();
  }

  /**
   * Ends what has no end of its own, the pages of the console that are open: a server that waits
   * for its requests before it stops need not wait for those. All else is answered on.
   */
  public void drain() {
    console.drain();
  }

  /** Stops listening, and ends the calls that are under way. Does nothing the second time. */
  @Override
  public void close() {
    JettyServer running = server;
    if (running != null) {
      running.close();
    }
    console.close();
    mcp.close();
    directory.close();
    callers.close();
    node.close();
    if (ownsTransport) {
      transport.close();
    }
  }
}
