package io.callbox.transport.redisson;

import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisClient;
import org.redisson.connection.ConnectionManager;
import org.redisson.connection.MasterSlaveEntry;

/**
 * Finds the server that holds a key. Only this class and {@link DirectConnection} use internal
 * parts of Redisson, which may change. If these parts are not available, this class returns null,
 * and Redisson's own executor runs all commands. Safe for use by many threads.
 */
final class Masters {

  private final @Nullable ConnectionManager manager;

  private Masters(@Nullable ConnectionManager manager) {
    this.manager = manager;
  }

  /**
   * Returns the servers of a client; none if the client renames keys, or is not a plain Redisson
   * client.
   */
  static Masters of(RedissonClient client) {
    if (!(client instanceof Redisson redisson)) {
      return new Masters(null);
    }
    ConnectionManager manager = redisson.getCommandExecutor().getConnectionManager();
    boolean plain =
        "a:b".equals(manager.getServiceManager().getNameMapper().map("a:b"))
            && "GET".equals(manager.getServiceManager().getCommandMapper().map("GET"));
    return new Masters(plain ? manager : null);
  }

  /** The server that holds a key now; null if it is not known. */
  @Nullable RedisClient of(String key) {
    ConnectionManager known = manager;
    MasterSlaveEntry entry = known == null ? null : known.getEntry(key);
    return entry == null ? null : entry.getClient();
  }
}
