package io.callbox.internal.redisson.connection;

import org.redisson.client.RedisConnection;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.protocol.QueueCommand;

/**
 * Closes connections for good. Otherwise Redisson would connect again, and repeat commands that may
 * have been executed.
 */
final class ConnectionEnd {

  private ConnectionEnd() {}

  /** Closes a connection. A command that waits for an answer fails at once. */
  static void giveUp(RedisConnection connection) {
    QueueCommand waiting = connection.getCurrentCommandData();
    connection.closeAsync();
    if (waiting != null) {
      waiting.tryFailure(new RedisConnectionException("the connection was cut"));
    }
  }

  /** Sets what happens when a connection is cut. */
  @SuppressWarnings("deprecation") // the client's listener is for all connections
  static void whenCut(RedisConnection connection, Runnable action) {
    connection.setDisconnectedListener(action);
  }
}
