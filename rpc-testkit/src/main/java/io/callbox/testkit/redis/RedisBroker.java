package io.callbox.testkit.redis;

import io.callbox.node.RpcNodeBuilder;
import java.util.List;

/** A Redis of some kind that nodes can share. Whoever starts it closes it, after the nodes. */
public sealed interface RedisBroker extends AutoCloseable
    permits RedisServer, RedisCluster, RedisSentinel {

  /** Tells a node how to reach this Redis. */
  RpcNodeBuilder reachedBy(RpcNodeBuilder node);

  /** The ports of all that hold data, for commands of a test's own: {@link RedisCommands}. */
  List<Integer> ports();

  /** Undoes what a test has done to it, so that the next one finds it in order. */
  void restore();

  /** Ends it, and removes what it wrote. */
  @Override
  void close();
}
