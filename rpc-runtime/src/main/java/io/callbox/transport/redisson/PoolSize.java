package io.callbox.transport.redisson;

import org.redisson.config.Config;

/** The maximum number of connections that a Redisson client makes to one server. */
final class PoolSize {

  /** The number of connections that a node needs besides those that wait for queues. */
  static final int RESERVE = 16;

  private PoolSize() {}

  static int of(Config config) {
    if (config.isClusterConfig()) {
      return config.useClusterServers().getMasterConnectionPoolSize();
    }
    if (config.isSentinelConfig()) {
      return config.useSentinelServers().getMasterConnectionPoolSize();
    }
    return config.isSingleConfig()
        ? config.useSingleServer().getConnectionPoolSize()
        : Integer.MAX_VALUE; // of other kinds, nothing is asked
  }
}
