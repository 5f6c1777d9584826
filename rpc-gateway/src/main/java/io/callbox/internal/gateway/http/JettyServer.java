package io.callbox.internal.gateway.http;

import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A small server for one handler, with limits on everything that a client can occupy. The code that
 * binds it closes it.
 */
public final class JettyServer implements AutoCloseable {

  /** A request attribute: runs when a whole answer is about to leave. */
  static final String ANSWERING = "io.callbox.gateway.answering";

  private static final int THREADS = 32;
  private static final int HEADER_BYTES = 8 * 1024;
  private static final int SWEEPS = 4;

  private final Server server;
  private final ServerConnector connector;
  private final SlowConnections slow;
  private final Scheduler scheduler;
  private final Duration patience;
  private volatile boolean stopped;

  /**
   * Creates a server that does not listen yet.
   *
   * @param connections the maximum number of connections; further ones are accepted when another
   *     ends
   * @param patience the maximum time that a client takes for the head of a request, or is idle
   */
  public JettyServer(InetSocketAddress address, int connections, Duration patience) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("callbox-gateway");
    threads.setDaemon(true);
    this.server = new Server(threads);
    this.patience = patience;
    this.slow = new SlowConnections(patience);
    this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(address.getAddress().getHostAddress());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(patience.toMillis());
    connector.setAcceptQueueSize(connections);
    connector.addBean(slow);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(connections, connector));
    this.scheduler = connector.getScheduler();
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setUriCompliance(UriCompliance.RFC3986);
    return http;
  }

  private static final class Watched extends Handler.Wrapper {

    private final SlowConnections slow;

    Watched(Handler handler, SlowConnections slow) {
      super(handler);
      this.slow = slow;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      slow.began(request);
      request.setAttribute(ANSWERING, (Runnable) () -> slow.answers(request));
      return super.handle(request, response, callback);
    }
  }

  /**
   * Binds the port, but does not answer yet.
   *
   * @return the port
   * @throws IOException if the server cannot listen on the address
   */
  public int bind() throws IOException {
    connector.open();
    return connector.getLocalPort();
  }

  /**
   * Starts to answer requests.
   *
   * @throws IOException if the server does not start
   */
  public void start(Handler handler) throws IOException {
    server.setHandler(new Watched(handler, slow));
    server.setErrorHandler(JettyServer::refuse);
    try {
      server.start();
    } catch (Exception failed) {
      throw new IOException("the HTTP server does not start", failed);
    }
    sweepLater();
  }

  /** Answers requests that Jetty itself refuses, such as a malformed head, without details. */
  private static boolean refuse(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Answer.Whole answer =
        Answer.refusal(
            status, StatusCode.INVALID_REQUEST, "the request is refused with status " + status);
    response.getHeaders().put("Content-Type", "application/json");
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }

  private void sweepLater() {
    if (!stopped) {
      slow.sweep();
      scheduler.schedule(this::sweepLater, patience.toMillis() / SWEEPS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      server.stop();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      throw new IllegalStateException("the HTTP server does not stop", failed);
    }
  }
}
