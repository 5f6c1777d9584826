package io.callbox.trial;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.AckMode;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import io.callbox.transport.redisson.RedissonTransport;

/** How requests are taken, for tests that hold for each way. */
public enum Taking {
  /** From Redis, and acknowledged by the answer. */
  REDIS_ON_ANSWER,
  /** From Redis, and acknowledged at once. */
  REDIS_ON_RECEIVE,
  /** From memory. */
  MEMORY;

  /** Connects to the broker; to be closed by the caller. */
  public Transport connect(RedisServer redis) {
    return this == MEMORY ? new InMemoryTransport() : RedissonTransport.connect(redis.directUri());
  }

  /** When requests are acknowledged. */
  public AckMode acknowledge() {
    return this == REDIS_ON_RECEIVE ? AckMode.ON_RECEIVE : AckMode.ON_ANSWER;
  }
}
