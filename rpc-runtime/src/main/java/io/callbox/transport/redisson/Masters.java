package io.callbox.transport.redisson;

import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisClient;
import org.redisson.connection.ConnectionManager;
import org.redisson.connection.MasterSlaveEntry;

/**
 * Finds the server that holds a key, in internal parts of Redisson. If these parts are not
 * available, this class returns null, and Redisson's own executor runs all commands. Safe for use
 * by many threads.
 */
final class Masters {

  private final @Nullable ConnectionManager manager;
  private final StaleMaster stale;

  private Masters(@Nullable ConnectionManager manager, StaleMaster stale) {
    this.manager = manager;
    this.stale = stale;
  }

  /**
   * Returns the servers of a client; none if the client renames keys, or is not a plain Redisson
   * client.
   */
  static Masters of(RedissonClient client) {
    StaleMaster stale = StaleMaster.of(client);
    if (!(client instanceof Redisson redisson)) {
      return new Masters(null, stale);
    }
    ConnectionManager manager = redisson.getCommandExecutor().getConnectionManager();
    boolean plain =
        "a:b".equals(manager.getServiceManager().getNameMapper().map("a:b"))
            && "GET".equals(manager.getServiceManager().getCommandMapper().map("GET"));
    return new Masters(plain ? manager : null, stale);
  }

  /** The server that holds a key now; null if it is not known. */
  @Nullable RedisClient of(String key) {
    ConnectionManager known = manager;
    MasterSlaveEntry entry = known == null ? null : known.getEntry(key);
    return entry == null ? null : entry.getClient();
  }

  /** A command has failed: a server that refuses writes may have been master no longer for long. */
  void failed(Throwable failure) {
    stale.failed(failure);
  }
}
