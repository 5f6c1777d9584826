package io.callbox.testkit.redis;

import io.callbox.node.RpcNodeBuilder;
import java.util.List;

/**
 * A Redis that nodes can share: a server, a cluster or a sentinel. The code that starts it closes
 * it, after the nodes.
 */
public sealed interface RedisBroker extends AutoCloseable
    permits RedisServer, RedisCluster, RedisSentinel {

  /** Sets this Redis on a node's builder. */
  RpcNodeBuilder reachedBy(RpcNodeBuilder node);

  /**
   * Returns the ports of all members with data, for a test's own commands: {@link RedisCommands}.
   */
  List<Integer> ports();

  /** Undoes the actions of a test, so that the next test finds a working Redis. */
  void restore();

  /** Ends the Redis, and removes its files. */
  @Override
  void close();
}
