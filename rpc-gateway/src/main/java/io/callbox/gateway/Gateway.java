package io.callbox.gateway;

import io.callbox.internal.gateway.calls.CallerNodes;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.OwnCalls;
import io.callbox.internal.gateway.calls.RawCalls;
import io.callbox.internal.gateway.console.Console;
import io.callbox.internal.gateway.console.ConsoleSettings;
import io.callbox.internal.gateway.http.Endpoint;
import io.callbox.internal.gateway.http.Endpoint.Access;
import io.callbox.internal.gateway.http.FlowDoor;
import io.callbox.internal.gateway.http.Front;
import io.callbox.internal.gateway.http.JettyDoor;
import io.callbox.internal.gateway.http.JettyServer;
import io.callbox.internal.gateway.http.Origins;
import io.callbox.internal.gateway.http.Rate;
import io.callbox.internal.gateway.http.Route;
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
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the services of a Redis available over HTTP: JSON-RPC 2.0 at {@code POST /rpc}, and a
 * document of the services at {@code GET /openrpc.json}; for language models, the Model Context
 * Protocol at {@code POST /mcp}; and for people, a console at {@code GET /}.
 *
 * <p>Clients can call only methods that a node serves and the gateway exposes. Each caller has its
 * own node, which workers see as {@code from}. The gateway limits bodies, connections, requests and
 * times.
 *
 * <p>Safe for use by many threads. The code that starts a gateway closes it.
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
            settings.id,
            transport,
            each -> withSettings(each, settings),
            new CallerNodes.Bounds(settings.maxCallers, settings.timeout.multipliedBy(2)));
    RawCalls calls = new RawCalls(directory, callers, settings.authorizer, settings.timeout);
    OpenRpcRoute document = new OpenRpcRoute(directory, "Callbox");
    List<Endpoint> all = new ArrayList<>();
    Route rpc = new JsonRpcRoute(calls, document, settings.maxPerSecond);
    all.add(new Endpoint("POST", "/rpc", Access.CALLER, rpc));
    all.add(new Endpoint("GET", "/openrpc.json", Access.VIEWER, document));
    OwnCalls own = new OwnCalls(directory, callers, settings.authorizer);
    this.mcp = new McpService(directory, calls, own, settings.authorizer, settings.timeout);
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

  /** Creates a builder of a gateway. */
  public static GatewayBuilder builder() {
    return new GatewayBuilder();
  }

  /** Starts a gateway without listening. If this fails, closes the parts that have started. */
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

  void listen(ListenAddress address, int connections, Duration patience) throws IOException {
    JettyServer started = new JettyServer(address.socket(), connections, patience);
    server = started;
    int port = started.bind();
    boolean anonymous = settings.authenticator == null;
    started.start(
        new JettyDoor(front(anonymous ? address.localNames(port) : Set.of()), settings.patience));
    uri = address.uri(port);
    LOG.info("gateway {} listens on {}", settings.id, uri);
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

  FlowDoor flowDoor(Executor executor) {
    return new FlowDoor(front(Set.of()), settings.patience, executor);
  }

  /**
   * Returns the address where it listens, such as {@code http://127.0.0.1:8420}; empty if it is
   * mounted.
   */
  public Optional<URI> uri() {
    return Optional.ofNullable(uri);
  }

  /**
   * Returns the gateway as a Jetty 12 handler for your own server, which limits its connections:
   * {@code new ContextHandler(gateway.handler(), "/callbox")}. Each call returns a new handler.
   */
  public Handler handler() {
    return new JettyDoor(front(Set.of()), settings.patience);
  }

  /**
   * Answers one client of the Model Context Protocol, with one message on each line, until its
   * input ends. For a {@link GatewayBuilder#local local} gateway, which trusts the program that
   * started it.
   *
   * @throws IOException if the input cannot be read
   */
  public void serveMcp(InputStream in, OutputStream out) throws IOException {
    new McpStdio(mcp, in, out, settings.maxBodyBytes).run();
  }

  /**
   * Ends the open pages of the console, whose requests do not end by themselves, so that a server
   * that waits for its requests before it stops need not wait for them. The gateway still answers
   * all other requests.
   */
  public void drain() {
    console.drain();
  }

  /** Stops listening, and cancels the calls that are under way. A second call has no effect. */
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
