package io.callbox.internal.gateway.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Closes connections on which no whole head of a request comes in time, or no whole answer leaves,
 * however many bytes of one do: Jetty's own idle timeout begins anew with each byte. Safe for use
 * by many threads.
 */
final class SlowConnections implements Connection.Listener {

  private static final long IN_USE = Long.MAX_VALUE;

  private final long patience;

  /** Since when each has waited for a request, in nanoseconds of this machine's ticks. */
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

  /** A request has come whole; until it has been answered, its connection is not looked at. */
  void began(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    waiting.replace(endPoint, IN_USE);
    Request.addCompletionListener(request, failure -> waiting.replace(endPoint, now()));
  }

  /** A request has its answer, which is to leave in time too, however slowly its client reads. */
  void answers(Request request) {
    waiting.replace(request.getConnectionMetaData().getConnection().getEndPoint(), now());
  }

  /** Closes those that have waited too long. */
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
