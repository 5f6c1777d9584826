package io.callbox.internal.redisson.connection;

import io.callbox.internal.redisson.failure.CommandAnswer;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;

/**
 * Connections that each have one user at a time. Redis reports how far the writes of one connection
 * have got, and the connection is blocked while it waits for the report. This keeps a few idle
 * connections.
 *
 * <p>A cut connection is never connected again: a new connection has written nothing, so Redis
 * would report that all its writes are everywhere. Safe for use by many threads; its owner closes
 * it.
 */
final class SyncedConnections implements AutoCloseable {

  private static final int MOST_IDLE = 8;

  private final Queue<RedisConnection> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /** Returns an idle connection; null if there is none. */
  @Nullable RedisConnection idle(RedisClient master) {
    for (RedisConnection each = idle.poll(); each != null; each = idle.poll()) {
      if (each.getRedisClient() == master && each.isActive()) {
        return each;
      }
      ConnectionEnd.giveUp(each);
    }
    return null;
  }

  /** Makes a new connection. */
  CompletionStage<RedisConnection> connect(RedisClient master) {
    CompletableFuture<RedisConnection> connected = new CompletableFuture<>();
    CommandAnswer.whenAnswered(master::connectAsync, connected);
    return connected.thenApply(SyncedConnections::neverAgain);
  }

  private static RedisConnection neverAgain(RedisConnection connection) {
    ConnectionEnd.whenCut(connection, () -> ConnectionEnd.giveUp(connection));
    return connection;
  }

  /** Takes back a connection whose writes are all where they should be. */
  void giveBack(RedisConnection connection) {
    if (closed || idle.size() >= MOST_IDLE || !connection.isActive()) {
      ConnectionEnd.giveUp(connection);
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
      ConnectionEnd.giveUp(each);
    }
  }
}
