package io.callbox.transport.redisson;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.protocol.QueueCommand;

/**
 * Connections each of which one user has at a time: Redis says of the writes of one connection
 * alone how far they have got, and while it waits for that, the connection is blocked. A few that
 * nobody uses are kept.
 *
 * <p>A connection that was cut is never connected again: of another one, Redis would say that all
 * it wrote is everywhere, as it wrote nothing. Safe for use by many threads; closed by its owner.
 */
final class SyncedConnections implements AutoCloseable {

  private static final int MOST_IDLE = 8;

  private final Queue<RedisConnection> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /** One that nobody uses; null if there is none. */
  @Nullable RedisConnection idle(RedisClient master) {
    for (RedisConnection each = idle.poll(); each != null; each = idle.poll()) {
      if (each.getRedisClient() == master && each.isActive()) {
        return each;
      }
      giveUp(each);
    }
    return null;
  }

  /** A new one. */
  CompletionStage<RedisConnection> connect(RedisClient master) {
    CompletableFuture<RedisConnection> connected = new CompletableFuture<>();
    Scripts.whenAnswered(master::connectAsync, connected);
    return connected.thenApply(SyncedConnections::neverAgain);
  }

  @SuppressWarnings("deprecation") // for want of another: the listener of the client is for all
  private static RedisConnection neverAgain(RedisConnection connection) {
    connection.setDisconnectedListener(() -> giveUp(connection));
    return connection;
  }

  /** Whoever waits for its answer is told at once. */
  static void giveUp(RedisConnection connection) {
    QueueCommand waiting = connection.getCurrentCommandData();
    connection.closeAsync();
    if (waiting != null) {
      waiting.tryFailure(new RedisConnectionException("the connection was cut"));
    }
  }

  /** Takes back one of which all that was written is where it should be. */
  void giveBack(RedisConnection connection) {
    if (closed || idle.size() >= MOST_IDLE || !connection.isActive()) {
      giveUp(connection);
      return;
    }
    idle.add(connection);
    if (closed) { // Guard against race with close(), which may have been through before it was
      // added
      close();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (RedisConnection each = idle.poll(); each != null; each = idle.poll()) {
      giveUp(each);
    }
  }
}
