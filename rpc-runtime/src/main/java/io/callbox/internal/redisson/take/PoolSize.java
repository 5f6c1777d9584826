package io.callbox.internal.redisson.take;

import org.redisson.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The maximum number of connections that a Redisson client makes to one server. */
final class PoolSize {

  private static final Logger LOG = LoggerFactory.getLogger(PoolSize.class);

  /** The number of connections that a node needs besides those that wait for queues. */
  private static final int RESERVE = 16;

  private PoolSize() {}

  /** Warns of a pool that is too small to wait for this number of queues. */
  static void warnIfTooSmall(Config config, int queues) {
    int pool = of(config);
    if (queues >= pool) {
      LOG.warn(
          "{} queues need a connection each to be waited for, and the Redisson client has {} at"
              + " most: raise its connectionPoolSize above {}",
          queues,
          pool,
          queues + RESERVE);
    }
  }

  static int of(Config config) {
    if (config.isClusterConfig()) {
      return config.useClusterServers().getMasterConnectionPoolSize();
    }
    if (config.isSentinelConfig()) {
      return config.useSentinelServers().getMasterConnectionPoolSize();
    }
    return config.isSingleConfig()
        ? config.useSingleServer().getConnectionPoolSize()
        : Integer.MAX_VALUE; // other kinds are not checked
  }
}
