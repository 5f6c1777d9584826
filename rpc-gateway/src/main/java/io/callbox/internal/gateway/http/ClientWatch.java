package io.callbox.internal.gateway.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the client of a Jetty request leaves before it has its answer.
 *
 * <p>With HTTP/1, only the client's next request or the end of its connection can follow a whole
 * body, and Jetty reads neither until the answer has left. So this reads one byte. If there is one,
 * the client is there: the byte goes back to Jetty, and nothing more is read, because the end of
 * the connection cannot be seen behind unread bytes. A client that ends only its own direction of
 * the connection counts as gone too. With HTTP/2, Jetty itself reports that a client gives up a
 * request.
 *
 * <p>Safe for use by many threads.
 */
final class ClientWatch implements Callback {

  /**
   * The reason why the watch has ended. It has no stack trace, which would cost more than the rest.
   */
  private static final class Answered extends Exception {

    private static final long serialVersionUID = 1L;

    Answered() {
      super("the answer leaves", null, false, false);
    }
  }

  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private final @Nullable AbstractEndPoint endPoint;
  private final Connection.@Nullable UpgradeTo connection;

  /**
   * Set while the end of the connection is awaited. Guard against race: a client that leaves races
   * with its answer.
   */
  @GuardedBy("this")
  private boolean watching;

  /** Creates a watch that has not begun. */
  ClientWatch(Request request) {
    Connection known = request.getConnectionMetaData().getConnection();
    HttpVersion version = request.getConnectionMetaData().getHttpVersion();
    boolean inTurn = version.getVersion() <= HttpVersion.HTTP_1_1.getVersion();
    this.endPoint =
        inTurn && known.getEndPoint() instanceof AbstractEndPoint readable ? readable : null;
    this.connection = inTurn && known instanceof Connection.UpgradeTo takesBack ? takesBack : null;
    request.addFailureListener(failure -> gone.complete(null));
  }

  /** Returns a stage that completes when the client has left; on a thread that may block. */
  CompletionStage<Void> gone() {
    return gone;
  }

  /** Begins, when the whole body of the request has been read. */
  synchronized void begin() {
    watching = connection != null && endPoint != null && endPoint.tryFillInterested(this);
  }

  /** Ends, before the last bytes of the answer are written: from then on, Jetty reads itself. */
  synchronized void end() {
    if (watching && endPoint != null) {
      watching = false;
      endPoint.getFillInterest().onFail(new Answered()); // removes this callback
    }
  }

  /** Handles that there is a byte to read, or that the connection has ended. */
  @Override
  public void succeeded() {
    if (hasGone()) {
      gone.complete(null);
    }
  }

  private synchronized boolean hasGone() {
    if (!watching || endPoint == null) {
      return false;
    }
    watching = false;
    try {
      ByteBuffer next = BufferUtil.allocate(1);
      int read = endPoint.fill(next);
      if (read > 0) {
        giveBack(next);
      } else if (read == 0) {
        begin();
      }
      return read < 0;
    } catch (IOException broken) {
      return true;
    }
  }

  private void giveBack(ByteBuffer next) {
    if (connection != null) {
      connection.onUpgradeTo(next);
    }
    if (next.hasRemaining() && endPoint != null) {
      endPoint.close(); // Jetty has no room; better no next request than a wrong one
    }
  }

  /** Handles the end of the connection. */
  @Override
  public void failed(Throwable why) {
    boolean early;
    synchronized (this) {
      early = watching;
      watching = false;
    }
    if (early) {
      gone.complete(null);
    }
  }
}
