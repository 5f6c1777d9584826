package io.callbox.transport.redisson;

import org.redisson.config.Config;

/** How many connections a Redisson client makes to one server at most. */
final class PoolSize {

  /** What a node needs beside those that wait for queues. */
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
