package io.callbox.transport.redisson;

import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisClient;
import org.redisson.connection.ConnectionManager;
import org.redisson.connection.MasterSlaveEntry;

/**
 * Which server holds a key. Together with {@link DirectConnection} the only class that uses what
 * Redisson does not promise to keep: where that is not to be had, it says so, and Redisson's own
 * executor does everything. Safe for use by many threads.
 */
final class Masters {

  private final @Nullable ConnectionManager manager;

  private Masters(@Nullable ConnectionManager manager) {
    this.manager = manager;
  }

  /** The servers of a client; none of one that renames keys, or is no plain Redisson client. */
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
