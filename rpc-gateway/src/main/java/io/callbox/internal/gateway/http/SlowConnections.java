package io.callbox.internal.gateway.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Closes connections on which the whole head of a request does not arrive in time, or the whole
 * answer does not leave in time. Jetty's own idle timeout is not enough, because it starts again
 * with each byte. Safe for use by many threads.
 */
final class SlowConnections implements Connection.Listener {

  private static final long IN_USE = Long.MAX_VALUE;

  private final long patience;

  /**
   * The time since which each connection has waited for a request, in nanoseconds of this machine's
   * ticks.
   */
  private final Map<EndPoint, Long> waiting = new ConcurrentHashMap<>();

  SlowConnections(Duration patience) {
    this.patience = patience.toNanos();
  }

  @Override
  public void onOpened(Connection connection) {
    waiting.put(connection.getEndPoint(), now());
  }

  @Override
  public void onClosed(Connection connection) {
    waiting.remove(connection.getEndPoint());
  }

  private static long now() {
    return System.nanoTime();
  }

  /**
   * Notes that a whole request has come; its connection is not checked until the request is
   * answered.
   */
  void began(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    waiting.replace(endPoint, IN_USE);
    Request.addCompletionListener(request, failure -> waiting.replace(endPoint, now()));
  }

  /**
   * Notes that a request has its answer, which must leave in time too, even if its client reads
   * slowly.
   */
  void answers(Request request) {
    waiting.replace(request.getConnectionMetaData().getConnection().getEndPoint(), now());
  }

  /** Closes the connections that have waited too long. */
  void sweep() {
    long now = now();
    waiting.forEach(
        (endPoint, since) -> {
          if (since != IN_USE && now - since > patience) {
            endPoint.close();
          }
        });
  }
}
